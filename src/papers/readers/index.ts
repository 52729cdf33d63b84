import type { PaperContent } from '../types.ts'
import { formatOf } from './format.ts'
import { readCsv } from './csv.ts'
import { readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import { readXlsxPaper } from './xlsx.ts'

/** Reads a paper's bytes into blocks with positions; the format is told by the bytes, not by the name. Refuses what it can't read safely. */
export const readPaper = async (file: string, bytes: Uint8Array): Promise<PaperContent> => {
  switch (formatOf(file, bytes)) {
    case 'docx': return readDocx(file, bytes)
    case 'xlsx': return readXlsxPaper(file, bytes)
    case 'csv': return readCsv(file, bytes)
    case 'html': return readHtml(file, bytes)
    case 'pdf':
    case 'text': throw new Error('not built yet')
  }
}
