import { plainWords } from '../../../../kit/words.ts'
import type { Source } from '../../../../kit/source.ts'
import type { PaperTable } from '../../../types.ts'
import type { CheckedPaper } from '../../check.ts'
import { linesWith } from '../../pack/words.ts'
import type { Line } from '../../pack/lines.ts'
import { packOf } from '../../pack/pack.ts'

/** A level of risk and the scores that it is for. */
export type Band = { readonly name: string; readonly from: number; readonly to: number; readonly source: Source }

const range = /^(?:scores? (?:of )?)?(?:(\d{1,2})\s?(?:to|-|–|—|up to)\s?(\d{1,2})|(\d{1,2})\s?(?:\+|and (?:above|over)|or (?:more|above|over))|(?:above|over|more than)\s(\d{1,2})|(?:under|below|less than)\s(\d{1,2})|(?:up to)\s(\d{1,2}))$/i
const rangeOf = (text: string): { readonly from: number; readonly to: number } | null => {
  const m = text.length > 24 || !/\d/.test(text) ? null : range.exec(text)
  if (!m) return null
  const [a, b, more, above, under, upTo] = m.slice(1).map((d) => (d === undefined ? null : Number(d)))
  if (a != null && b != null) return { from: a, to: b }
  if (more != null) return { from: more, to: 99 }
  if (above != null) return { from: above + 1, to: 99 }
  return under != null ? { from: 0, to: under - 1 } : { from: 0, to: upTo! }
}

const isLevel = (text: string): boolean => text.length <= 24 && /^\p{L}[\p{L} /-]+$/u.test(text) && text.split(' ').length <= 3
const whole = (bands: readonly Band[]): readonly Band[] => {
  const inOrder = bands.toSorted((a, b) => a.from - b.from)
  const apart = inOrder.every((b, i) => i === 0 || b.from > inOrder[i - 1]!.to)
  return bands.length >= 3 && apart && new Set(bands.map((b) => plainWords(b.name))).size === bands.length ? inOrder : []
}
const inTable = (table: PaperTable): readonly Band[] => (table.rows.length < 3 || table.rows.length > 9 ? [] : whole(table.rows.flatMap((row): Band[] => {
  const at = row.findIndex((c) => rangeOf(c.text) !== null)
  const name = at < 0 ? undefined : [row[at + 1], row[at - 1], ...row].find((c) => c !== undefined && isLevel(c.text))
  return name ? [{ name: name.text, ...rangeOf(row[at]!.text)!, source: name.source }] : []
})))

const span = String.raw`(\d{1,2})\s?(?:to|-|–)\s?(\d{1,2})`
const level = String.raw`((?:very |extremely )?(?:low|medium|moderate|high|minor|severe|critical|extreme|significant|major))`
/** "Low (1 to 4), Medium (5 to 9)", "1-4 low; 5-9 medium". */
const forms = [new RegExp(String.raw`\b${level}\s?(?:is|are|means|=|:|-|–)?\s?\(?(?:scores? (?:of )?)?${span}\)?`, 'gi'), new RegExp(String.raw`\b${span}\)?\s?(?:is|are|means|=|:|-|–)?\s?\(?${level}\b`, 'gi')]
/** "High 12 or more, Medium 6 to 11, Low under 6". */
const openForm = new RegExp(String.raw`\b${level}\s?(?:is|are|means|=|:|-|–)?\s?\(?((?:scores? (?:of )?)?(?:\d{1,2}\s?(?:to|-|–)\s?\d{1,2}|\d{1,2}\s?(?:\+|(?:and|or) (?:above|over|more))|(?:above|over|more than|under|below|less than|up to)\s\d{1,2}))(?=[\s,;.)]|$)`, 'gi')
const openBands = ({ text, source }: Line): readonly Band[] => whole([...text.matchAll(openForm)].flatMap((m): Band[] => { const found = rangeOf(m[2]!); return found === null ? [] : [{ name: m[1]!, ...found, source }] }))
const bandsSaid = ({ text, source }: Line): readonly Band[] => forms.map((form, i) => whole([...text.matchAll(form)].map((m) => {
  const [name, from, to] = i === 0 ? [m[1]!, m[2]!, m[3]!] : [m[3]!, m[1]!, m[2]!]
  return { name, from: Number(from), to: Number(to), source }
}))).find((b) => b.length > 0) ?? []
const inProse = (paper: CheckedPaper): readonly Band[] => linesWith(packOf(paper).lines, (w) => /^(?:low|medium|moderate|high)$/i.test(w))
  .filter((l) => l.style !== 'row' && /\d\s?(?:to|-|–)\s?\d/.test(l.text)).map((l) => { const closed = bandsSaid(l); return closed.length > 0 ? closed : openBands(l) }).find((b) => b.length > 0) ?? []

/** The paper's own table or sentence of what score is what level; empty where it has none. */
export const bandsOf = (paper: CheckedPaper): readonly Band[] => {
  for (const block of paper.content.blocks) {
    const bands = block.kind === 'table' ? inTable(block) : []
    if (bands.length > 0) return bands
  }
  return inProse(paper)
}
