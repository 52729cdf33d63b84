import { at, elements, textOf, type XmlElement } from './xml.ts'
import { type DocxStyles, isOn } from './docx-styles.ts'

/** What one paragraph says. `lines` are parted by line breaks typed inside it. */
export type DocxParagraph = { readonly lines: readonly string[]; readonly boxes: readonly XmlElement[]; readonly bold: boolean; readonly hidden: string; readonly struck: string }

/** Deleted words, instructions of fields, and the older of two drawings of the same thing. */
const unread = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:pPr', 'w:rPr', 'w:footnoteReference', 'w:commentReference'])
const characters: Readonly<Record<string, string>> = { 'w:tab': ' ', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-', 'w:sym': ' ' }

/** Reads a paragraph as it would print with all changes accepted: inserted words in, deleted words out, hidden words aside. */
export const readParagraph = (paragraph: XmlElement, styles: DocxStyles): DocxParagraph => {
  const said: string[] = [], boxes: XmlElement[] = [], hidden: string[] = [], struck: string[] = []
  let runs = 0, bold = 0
  const walk = (of: XmlElement, into: string[]): void => {
    for (const e of elements(of)) {
      if (e.name === 'w:del' || e.name === 'w:moveFrom') struck.push('deleted')
      if (unread.has(e.name)) continue
      if (e.name === 'w:txbxContent') boxes.push(e)
      else if (e.name === 'w:t') into.push(textOf(e))
      else if (e.name in characters) into.push(characters[e.name] ?? '')
      else if (e.name === 'w:r') walkRun(e, into)
      else walk(e, into)
    }
  }
  const walkRun = (run: XmlElement, into: string[]): void => {
    const before = into.length
    walk(run, styles.hidden(run) ? hidden : into)
    if (into.slice(before).join('').trim() === '') return
    runs += 1
    if (isOn(at(run, 'w:rPr', 'w:b'))) bold += 1
  }
  walk(paragraph, said)
  return { lines: said.join('').split('\n'), boxes, bold: runs > 0 && bold === runs, hidden: hidden.join('').trim(), struck: struck.join('') }
}
