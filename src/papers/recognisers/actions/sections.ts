import { collapse } from '../../../kit/words.ts'
import type { Source } from '../../../kit/source.ts'
import type { PaperCell, PaperText } from '../../types.ts'
import { draftOf, flag } from './draft.ts'
import { isEnded, isMeasureLabel, startsLow, withoutMeasureLabel } from './parts.ts'
import { beginSection, levelNamed, type Reading } from './reading.ts'

const notSections = /^(?:reference documents?|background|appendi\w+|annex|glossary|key|legend|notes?|contents|page \d+|\d+)\b/i
const introduces = /\b(?:table|below|following|set out|sets out)\b/i

/** A paragraph that can head actions: no list, no introduction of the table, no furniture. */
const canHead = (t: PaperText): boolean =>
  t.style !== 'list' && !notSections.test(t.text) && !isMeasureLabel(t.text) && t.text.length <= 420 && (t.style === 'heading' || !(introduces.test(t.text) && /[:.]$/.test(t.text)))

/** A measure of the section that is being read. */
export const addMeasure = (r: Reading, text: string, source: Source, why: string | null = null): void => {
  const draft = draftOf({ kind: 'measure', over: r.section, text, source })
  if (why !== null) flag(draft, why)
  r.drafts.push(draft)
}

/** Two measures whose bullets were lost: each says what will be. */
const splitMeasures = (text: string): string[] => {
  const m = /^(.*?\bwill\b.*?[\p{Ll})]) ((?:\p{Lu}[\w’']*)(?: [\w’']+){0,5} will\b.*)$/u.exec(text)
  return m === null ? [text] : [m[1]!, ...splitMeasures(m[2]!)]
}
const measuresIn = (text: string): { texts: string[]; why: string | null } => {
  const bare = collapse(withoutMeasureLabel(text))
  if (bare === '') return { texts: [], why: null }
  const texts = splitMeasures(bare)
  return { texts, why: texts.length > 1 ? 'split from the next one where its bullets were lost' : null }
}

/** The text between two tables: its last heading is the section of what follows, a list under it the section's measures. */
export const readGap = (r: Reading, texts: readonly PaperText[], measured: boolean): void => {
  const headings = texts.filter((t) => t.style === 'heading' && canHead(t))
  const lastList = texts.findLastIndex((t) => t.style === 'list')
  const head = headings.at(-1) ?? texts.findLast((t, i) => canHead(t) && (i === texts.length - 1 || texts[i + 1]!.style === 'list' || isMeasureLabel(texts[i + 1]!.text) || i === lastList + 1))
  if (head !== undefined) beginSection(r, head.text, levelNamed(head.text) ?? r.sectionLevel)
  const after = texts.slice(head === undefined ? 0 : texts.indexOf(head) + 1)
  const labelled = after.some((t) => isMeasureLabel(t.text))
  if ((measured || labelled) && r.action === null) for (const t of after) if (t.style === 'list') addMeasure(r, t.text, t.source)
}

/** Words that a conversion broke over the cells of a row: "servi" and "ce improvements". */
const across = (row: readonly PaperCell[]): { text: string; broken: boolean } => {
  const filled = row.filter((c) => c.text !== '' && c.covered === null).map((c) => c.text)
  const broken = filled.length > 1
  return { text: filled.reduce((all, t) => (all === '' ? t : startsLow(t) ? all + t : `${all} ${t}`), ''), broken }
}

/** Rows over a table's heading: the section's own words, then its measures. */
export const readPreamble = (r: Reading, rows: readonly (readonly PaperCell[])[]): void => {
  const lines = rows.map((row) => ({ ...across(row), source: row[0]!.source })).filter((l) => l.text !== '')
  const first = lines[0]
  if (first === undefined) return
  let [text, broken, next] = [first.text, first.broken, 1]
  const bare = levelNamed(text) !== null && text.split(' ').length <= 4
  const goesOnInto = (i: number): boolean => i < lines.length && !isMeasureLabel(lines[i]!.text) && (startsLow(lines[i]!.text) || (bare && i === 1))
  while (goesOnInto(next)) {
    text = `${text} ${lines[next]!.text}`
    broken ||= lines[next]!.broken
    next += 1
  }
  if (isMeasureLabel(text) && !isEnded(text) && r.section.length > 0) next = 0
  else beginSection(r, text, levelNamed(text) ?? r.sectionLevel)
  if (broken) r.sectionDoubt = 'the words of its section are broken over cells'
  for (const line of lines.slice(next)) {
    const { texts, why } = measuresIn(line.text)
    for (const t of texts) addMeasure(r, t, line.source, why ?? (line.broken ? 'its words are broken over cells' : r.sectionDoubt))
  }
}
