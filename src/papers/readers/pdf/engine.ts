import { getResolvedPDFJS } from 'unpdf'
import { UnreadablePaper } from '../unreadable.ts'

type Pdfjs = Awaited<ReturnType<typeof getResolvedPDFJS>>
export type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** Node 20 lacks this; without it the drawing operators of a page, and so its fills, are lost. */
type Transferable = ArrayBuffer & { transferToFixedLength?: (length?: number) => ArrayBuffer }
const buffers = ArrayBuffer.prototype as Transferable
buffers.transferToFixedLength ??= function fixedCopy(this: ArrayBuffer, length = this.byteLength) { return this.slice(0, length) }

/** Opens a PDF; the library takes the bytes it is given away, so it gets a copy. Refuses one under a password, and one that isn't whole. */
export const openPdf = async (file: string, bytes: Uint8Array): Promise<PdfDocument> => {
  const pdfjs = await getResolvedPDFJS(), damaged = new UnreadablePaper(file, 'the PDF is cut off or damaged', 'Download or save it again')
  // The library repairs a file without its end in silence, and so loses what stood there.
  if (!Buffer.from(bytes.subarray(-4096)).includes('%%EOF')) throw damaged
  try {
    return await pdfjs.getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false, stopAtErrors: true }).promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new UnreadablePaper(file, 'it is protected by a password', 'Save a copy without the password')
    throw damaged
  }
}

/** The numbers of the drawing operators that carry rules and fills. */
export const operators = async (): Promise<Pdfjs['OPS']> => (await getResolvedPDFJS()).OPS

/** Warnings about the shapes of letters, which change no word and no fill. */
const harmless = /font|glyph|TT:|CMap|cmap|TrueType|Type1|hmtx|Unicode|translateFont|Annotation|annotation|XFA|outline|Metadata/i

/** Where the library grumbles; it has no other way to say that it dropped something. */
const speaker = globalThis.console

/** Runs `work` and gives what the library grumbled about meanwhile: anything it drops is dropped with only a warning on the console. */
export const listening = async <T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly warnings: readonly string[] }> => {
  const usual = { ...speaker }, warnings: string[] = []
  const hear = (...words: readonly unknown[]): void => { const said = words.map(String).join(' '); if (!harmless.test(said)) warnings.push(said.replace(/^Warning: /, '')) }
  Object.assign(speaker, { log: hear, warn: hear })
  try { return { result: await work(), warnings } } finally { Object.assign(speaker, usual) }
}
