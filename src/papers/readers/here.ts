import type { PaperContent, PaperFormat } from '../types.ts'
import { UnreadablePaper } from './unreadable.ts'

/** A reader is loaded when first needed: most commands need one or none. */
const readAs = async (file: string, bytes: Uint8Array, format: PaperFormat): Promise<PaperContent> => {
  switch (format) {
    case 'docx': return (await import('./docx.ts')).readDocx(file, bytes)
    case 'xlsx': return (await import('./xlsx.ts')).readXlsxPaper(file, bytes)
    case 'csv': return (await import('./csv.ts')).readCsv(file, bytes)
    case 'html': return (await import('./html.ts')).readHtml(file, bytes)
    case 'pdf': return (await import('./pdf/index.ts')).readPdf(file, bytes)
    case 'json': return (await import('./json.ts')).readJson(file, bytes)
    case 'text': return (await import('./text.ts')).readText(file, bytes)
  }
}

/** Reads a paper of a known format in this process. Refuses one without words. */
export const readHere = async (file: string, bytes: Uint8Array, format: PaperFormat): Promise<PaperContent> => {
  const content = await readAs(file, bytes, format)
  if (content.blocks.length === 0) throw new UnreadablePaper(file, 'it has no words in it', 'Check that it is the right file, and that its words are not a picture')
  return content
}
