import type { PaperContent, PaperTable, PaperText } from '../types.ts'
import type { Source } from '../../kit/source.ts'

/** A run of prose: paragraphs that a page break cut are whole again. `at` gives the place of any character of it. */
export type Passage = { readonly text: string; readonly at: (index: number) => Source; readonly block: PaperText; readonly order: number }
export type Sentence = { readonly text: string; readonly start: number }

const goesOn = (before: string, after: PaperText): boolean => !/[.!?:;]["'’”)]*$/.test(before) && /^[a-z(]/.test(after.text) && after.style === 'paragraph'

const passageOf = (blocks: readonly PaperText[], order: number): Passage => {
  const starts: number[] = []
  let text = ''
  for (const block of blocks) { starts.push(text === '' ? 0 : text.length + 1); text = text === '' ? block.text : `${text} ${block.text}` }
  const at = (index: number): Source => blocks[Math.max(0, starts.findLastIndex((s) => s <= index))]!.source
  return { text, at, block: blocks[0]!, order }
}

/** A paragraph of more letters than this is a file gone wrong; nobody states figures in it. */
export const longestParagraph = 20_000

const ownNumber = /^\(?(?:[A-Z]{1,2})?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?$/
/** "3.4 | Calls rose from 80 to 100.": a numbered paragraph whose number a tab or a drawn grid sets apart is no line of a table. */
const numberedIn = (block: PaperTable, order: number): Passage[] => block.rows.flatMap((row): Passage[] => {
  const [number, words] = row
  if (row.length !== 2 || words!.text.length < 40 || !ownNumber.test(number!.text) || !/^[A-Z£\d].*[a-z].*\.$/.test(words!.text)) return []
  return [passageOf([{ kind: 'text', style: 'paragraph', level: 0, text: `${number!.text} ${words!.text}`, source: words!.source }], order)]
})

/** The prose of a paper in order. Headings and list items stand alone; a table ends a passage, and so does what is too long to be prose. */
export const passagesOf = (content: PaperContent): Passage[] => {
  const found: Passage[] = []
  let open: PaperText[] = []
  let [last, order] = ['', 0]
  const close = (): void => { if (open.length > 0) found.push(passageOf(open, order)); open = [] }
  content.blocks.forEach((block, i) => {
    if (block.kind === 'table') { close(); found.push(...numberedIn(block, i)); return }
    if (block.text.length > longestParagraph) { close(); return }
    if (open.length > 0 && open.length < 4 && goesOn(last, block)) open.push(block)
    else { close(); open = [block]; order = i }
    last = block.text
  })
  close()
  return found
}

const abbreviation = /\b(?:e\.g|i\.e|etc|approx|no|nos|para|paras|sec|st|mr|mrs|ms|dr|cllr|vs|c|fig|ref|p|pp)\.$/i

/** Sentences of a passage. A full stop within a number or after an abbreviation ends nothing. */
export const sentencesOf = (text: string): Sentence[] => {
  const found: Sentence[] = []
  let start = 0
  for (const m of text.matchAll(/[.!?]["'’”)]*\s+(?=[A-Z£"“'‘(\d•])/g)) {
    if (abbreviation.test(text.slice(Math.max(start, m.index - 8), m.index + 1))) continue
    const end = m.index + m[0].length
    found.push({ text: text.slice(start, end).trimEnd(), start })
    start = end
  }
  if (start < text.length) found.push({ text: text.slice(start), start })
  return found
}
