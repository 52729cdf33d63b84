import { collapse } from '../../../kit/words.ts'
import type { CellParagraph } from '../../types.ts'
import { endsUnfinished, innerStarts, lostBreaks, sentences, startsLower } from './wording.ts'

const wordsOf = (paragraphs: readonly CellParagraph[]): string => collapse(paragraphs.map((p) => p.text).join(' '))

/** The milestones of one cell of a plan. `doubt` says why a person must look. */
export type Split = { readonly texts: readonly string[]; readonly doubt: string | null }

/** Bullets are milestones; a list in a list belongs to its bullet; words without bullets that seem to hold several stay one, in doubt. */
export const milestonesOf = (paragraphs: readonly CellParagraph[]): Split => {
  const said = paragraphs.filter((p) => p.text !== '')
  const bullets = said.filter((p) => p.bullet > 0)
  if (bullets.length === 0) return withoutBullets(said)
  const top = Math.min(...bullets.map((p) => p.bullet))
  const first = said.findIndex((p) => p.bullet > 0)
  const lead = said.slice(0, first)
  if (lead.length > 0 && lead.at(-1)!.text.endsWith(':')) return { texts: [wordsOf(said)], doubt: bullets.length > 1 ? 'a list under words that lead into it: one milestone with parts, or several' : null }
  const groups: CellParagraph[][] = []
  for (const p of said) {
    const open = groups.at(-1)
    const joins = p.bullet !== 0 && p.bullet > top || p.bullet === 0 && open !== undefined && (startsLower(p.text) || endsUnfinished(open.at(-1)!.text))
    if (open === undefined || !joins) groups.push([p])
    else open.push(p)
  }
  const led = groups.filter((g) => g[0]!.bullet === 0).length
  return { texts: groups.map(wordsOf), doubt: led > 0 ? 'words without a bullet stand among the bullets of this cell' : null }
}

const withoutBullets = (said: readonly CellParagraph[]): Split => {
  if (said.length > 1 && said.every((p, i) => !startsLower(p.text) && (i === 0 || !endsUnfinished(said[i - 1]!.text)))) {
    return { texts: said.map((p) => p.text), doubt: 'paragraphs without bullets, read as one milestone each' }
  }
  const text = wordsOf(said)
  const several = innerStarts(text).length > 0 || sentences(text).length > 1 || /[:;]\s/.test(text)
  return { texts: text === '' ? [] : [text], doubt: several ? 'the cell may hold several items whose bullets are lost' : null }
}

export type Shared = { readonly milestones: readonly (string | null)[]; readonly remarks: readonly (string | null)[]; readonly sure: boolean }

/** A cell of an update that holds `count` rows run together: by its bullets or paragraphs, else where a capital opener starts; null where that can't be said. */
export const shareOut = (paragraphs: readonly CellParagraph[], text: string, remark: string, count: number): Shared => {
  const listed = milestonesOf(paragraphs).texts
  const byMarks = listed.length === count && paragraphs.length > 1
  const starts = innerStarts(text)
  const milestones = byMarks ? listed : starts.length === count - 1 ? cutAt(text, starts) : Array.from({ length: count }, () => null)
  return { milestones, remarks: remarksFor(remark, count), sure: byMarks && remark === '' }
}
const remarksFor = (remark: string, count: number): (string | null)[] => {
  const said = sentences(remark)
  if (remark === '') return Array.from({ length: count }, () => '')
  return said.length === count && !lostBreaks(remark).length && said.every((s) => /[.!?]$/.test(s)) ? said : Array.from({ length: count }, () => null)
}
const cutAt = (text: string, starts: readonly number[]): string[] => [0, ...starts].map((from, i) => text.slice(from, starts[i] ?? text.length).trim())
