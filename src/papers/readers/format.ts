import type { PaperFormat } from '../types.ts'
import { decodeText } from './encoding.ts'
import { looksLikeCsv } from './csv.ts'
import { looksLikeJson } from './json.ts'
import { UnreadablePaper } from './unreadable.ts'

/** Bytes; larger papers are refused before anything looks at them. */
export const sizeLimit = 50_000_000

const saveAs = 'Save it as DOCX, XLSX or PDF and try that'
type Other = { readonly marks: readonly string[]; readonly what: string; readonly todo: string }
/** First bytes (as Latin letters) of what people send by mistake, and of what is no paper at all. */
const others: readonly Other[] = [
  { marks: ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe', '#!'], what: 'it is a program, not a paper', todo: 'Don\'t open it; ask who sent it' },
  { marks: ['\xd0\xcf\x11\xe0'], what: 'it is an old Word or Excel file, or one protected by a password', todo: 'Save it as DOCX or XLSX without a password' },
  { marks: ['{\\rtf'], what: 'it is in Rich Text Format', todo: saveAs },
  { marks: ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', 'RIFF'], what: 'it is a picture', todo: 'Ask for the paper itself, or read its words off with OCR first' },
  { marks: ['\x1f\x8b', '7z\xbc\xaf', 'Rar!'], what: 'it is a compressed archive', todo: 'Unpack it and read the papers inside' },
]

/** The first bytes, each as the letter of its number. */
const start = (bytes: Uint8Array, length: number): string => String.fromCharCode(...bytes.subarray(0, length))

const zipFormat = (file: string, bytes: Uint8Array): PaperFormat => {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (names.includes('word/document')) return 'docx'
  if (names.includes('xl/workbook')) return 'xlsx'
  throw new UnreadablePaper(file, names.includes('opendocument') ? 'it is an OpenDocument file' : 'it is a ZIP archive, or a damaged Word or Excel file', names.includes('opendocument') ? saveAs : 'Unpack it, or download it again')
}

/** How a web page begins, or a part of one pasted without its head: `<div class="wide">`, `<h1>`. */
const pageStart = /^(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|table|div|p|h[1-6]|section|article|main|header|ul|ol|figure|style|meta|link|title|caption|br)(?=[\s>/])[^<]*>/i

const textFormat = (file: string, bytes: Uint8Array): PaperFormat => {
  const text = decodeText(bytes)
  if (text.includes('\0')) throw new UnreadablePaper(file, 'it holds bytes that no text has (a NUL)', saveAs)
  const head = text.slice(0, 4000).trimStart()
  if (pageStart.test(head) || (head.startsWith('<?xml') && /<html\b/i.test(head))) return 'html'
  if (head.startsWith('<?xml')) throw new UnreadablePaper(file, 'it is an XML file of a kind not known here', saveAs)
  if (looksLikeJson(text)) return 'json'
  return looksLikeCsv(text) ? 'csv' : 'text'
}

/** What a paper is, told by its bytes and never by its name. */
export const formatOf = (file: string, bytes: Uint8Array): PaperFormat => {
  if (bytes.length === 0) throw new UnreadablePaper(file, 'the file is empty', 'Download or save it again')
  if (bytes.length > sizeLimit) throw new UnreadablePaper(file, `it is larger than ${sizeLimit / 1_000_000} MB`, 'Split it, or save it without pictures')
  const head = start(bytes, 1024)
  for (const { marks, what, todo } of others) if (marks.some((m) => head.startsWith(m))) throw new UnreadablePaper(file, what, todo)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipFormat(file, bytes)
  if (head.includes('%PDF-')) return 'pdf'
  return textFormat(file, bytes)
}
