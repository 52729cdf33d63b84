import type { PaperContent, PaperFormat } from '../types.ts'

/** Reads a paper of a known format in this process. A reader is loaded when first needed: most commands need one or none. */
export const readHere = async (file: string, bytes: Uint8Array, format: PaperFormat): Promise<PaperContent> => {
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
