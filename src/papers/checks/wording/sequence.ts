import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { gather } from '../pack/gather.ts'
import { isNumberedLine, sectionHeadings } from '../pack/headings.ts'
import type { Line } from '../pack/lines.ts'
import { packOf, type Part } from '../pack/pack.ts'

type Item = { readonly number: number; readonly line: Line }
type Slip = { readonly item: Item; readonly other: Item; readonly kind: 'gap' | 'twice' | 'shifted'; readonly expected: number }
const most = 3

/** Where a run of numbers skips, repeats, or does both at once: one item then has the number of the next. */
const slipsIn = (items: readonly Item[]): Slip[] => items.slice(1).flatMap((item, i): Slip[] => {
  const [before, next] = [items[i]!, items[i + 2]]
  const expected = before.number + 1
  if (item.number === before.number) return i > 0 && items[i - 1]!.number < before.number - 1 ? [] : [{ item, other: before, kind: 'twice', expected }]
  if (item.number <= expected || item.number - expected >= most) return []
  return [{ item, other: next?.number === item.number ? next : before, kind: next?.number === item.number ? 'shifted' : 'gap', expected }]
})
/** What is said of a slip; `name` makes the words for a number: "section 7", "Table 4". */
const tell = ({ item, other, kind, expected }: Slip, name: (n: number) => string): Fault => {
  const said = `"${brief(item.line.text, 70)}"`
  const message = kind === 'twice' ? `${said} has the same number as "${brief(other.line.text, 50)}" before it. Renumber.`
    : kind === 'shifted' ? `${said} has the number of the next, and there is no ${name(expected)}. Correct the number.`
      : `${said} follows ${name(expected - 1)}: there is no ${name(expected)}. Renumber, or put back what is lost.`
  return { at: item.line, ...(kind === 'gap' ? {} : { also: [other.line] }), found: name(item.number), expected: name(expected), message }
}

const documents = (parts: readonly Part[]): Part[] => parts.filter((p) => p.kind !== 'agenda')
const sections = (...numbers: readonly (number | string)[]): string => `Roads of the county\n\n${numbers.map((n) => `${n} Roads in part ${n}\n\nThe roads of part ${n} are old and have to be mended soon.`).join('\n\n')}\n`

export const sectionNumber: Check = defineCheck({
  code: 'wording.section-number', title: 'Section numbers that skip or repeat', level: 'warning',
  about: 'The sections of a paper are numbered 1, 2, 3; a number that is missing or stands twice is a section lost, or a slip that makes every reference to it doubtful. Renumber, or put the section back.',
  right: [sections(1, 2, 3, 4, 5), sections('1.', '2.', '3.', '4.'), 'Our aims\n\n1 Good roads\n2 Warm homes\n4 Clean air\n5 Full schools\n'],
  wrong: [sections(1, 2, 3, 5, 6), sections(1, 2, 4, 4, 5), sections('1.0', '2.0', '3.0', '3.0', '4.0')],
  find: (paper) => documents(packOf(paper).parts).flatMap((part) => slipsIn(sectionHeadings(part.lines)).map((slip) => tell(slip, (n) => `section ${n}`))),
})

const lettered = /^([A-Z])\.?(\d{1,2})[.:]?\s+\S/
const dotted = /^(\d{1,2})\.(\d{1,2})[.:]?\s+\S/
/** Runs of paragraphs such as 3.1, 3.2 or D1, D2, by what stands before the number; each begins with 1. */
const paragraphRuns = (lines: readonly Line[]): { prefix: string; items: Item[] }[] => {
  const runs: { prefix: string; items: Item[] }[] = []
  const open = new Map<string, { prefix: string; items: Item[] }>()
  for (const line of lines) {
    const m = isNumberedLine(line) ? dotted.exec(line.text) ?? lettered.exec(line.text) : null
    if (!m) continue
    const [prefix, number] = [/\d/.test(m[1]!) ? `${m[1]}.` : m[1]!, Number(m[2])]
    const run = open.get(prefix)
    if (run && number > 1) { run.items.push({ number, line }); continue }
    const made = { prefix, items: [{ number, line }] }
    open.set(prefix, made)
    if (number === 1) runs.push(made)
  }
  const whole = runs.filter((r) => r.items.length >= 2)
  return whole.length > 1 ? whole : runs.filter((r) => r.items.length >= 3)
}
const paragraphs = (...numbers: readonly string[]): string => `Roads of the county\n\nD. Spending\n\n${numbers.map((n) => `${n} The roads of the county are old, as all of us know.`).join('\n\n')}\n`

export const paragraphNumber: Check = defineCheck({
  code: 'wording.paragraph-number', title: 'Numbers such as 3.2 or D2 that skip or repeat', level: 'warning',
  about: 'Paragraphs that are numbered within their section (3.1, 3.2 or D1, D2) go on without a gap and have a number each. Renumber, or put the paragraph back.',
  right: [paragraphs('D1.', 'D2.', 'D3.', 'D4.'), paragraphs('3.1', '3.2', '3.3', '4.1')],
  wrong: [paragraphs('D1.', 'D2.', 'D4.', 'D4.'), paragraphs('3.1', '3.2', '3.4', '3.5'), paragraphs('3.1', '3.2', '3.2', '3.3')],
  find: (paper) => documents(packOf(paper).parts).flatMap((part) => paragraphRuns(part.lines).flatMap(({ prefix, items }) => slipsIn(items).map((slip) => tell(slip, (n) => `paragraph ${prefix}${n}`)))),
})

/** Rows "4.1", "4.2" of tables of actions, by what stands before the dot. */
const rowRuns = (lines: readonly Line[]): Item[][] => {
  const by = new Map<string, Item[]>()
  for (const line of lines) {
    const m = line.style === 'row' && line.cells.length > 2 && /[A-Za-z]{3}/.test(line.cells[1]!) ? /^(\d{1,2})\.(\d{1,2})$/.exec(line.cells[0]!) : null
    if (m) gather(by, m[1]!, { number: Number(m[2]), line })
  }
  return [...by.values()]
}
const actions = (...numbers: readonly string[]): string => `Roads of the county\n\nNo.\tAction\tOwner\n${numbers.map((n) => `${n}\tMend the roads of part ${n}\tHead of Roads`).join('\n')}\n`
export const rowNumber: Check = defineCheck({
  code: 'wording.row-number', title: 'A numbered action left out of its table', level: 'warning',
  about: 'The rows of a plan are numbered 1.1, 1.2, 2.1 without a gap, but for one: a row lost, or one that was dropped without a word. Put it back, or say what became of it.',
  right: [actions('1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '3.3'), actions('1.1', '1.3', '2.2', '2.4', '3.1', '3.2', '3.3')],
  wrong: [actions('1.1', '1.2', '2.1', '2.3', '2.4', '3.1', '3.2')],
  find: (paper) => documents(packOf(paper).parts).flatMap((part) => {
    const runs = rowRuns(part.lines)
    if (runs.length < 3 || runs.some((run) => run[0]!.number !== 1)) return []
    const slips = runs.flatMap((run) => slipsIn(run).map((slip) => ({ slip, prefix: run[0]!.line.cells[0]!.split('.')[0]! })))
    return slips.length === 1 && slips[0]!.slip.kind === 'gap' ? slips.map(({ slip, prefix }) => tell(slip, (n) => `row ${prefix}.${n}`)) : []
  }),
})

const agendaItem = /^(\d{1,2})\.?\s+[A-Z]/
/** The items of an agenda, from 1; what stands under an item has no number of its own. */
const itemsOf = (part: Part): Item[] => part.lines.flatMap((line) => {
  const m = line.style === 'row' && !/^\d{1,2}\.?$/.test(line.cells[0]!) ? null : agendaItem.exec(line.text)
  return m ? [{ number: Number(m[1]), line }] : []
})
const isRun = (items: readonly Item[]): boolean => items.length >= 5 && items[0]!.number === 1 && items.every((x, i) => i === 0 || x.number >= items[i - 1]!.number)
const agenda = (...numbers: readonly number[]): string => `Agenda\n\n\t\tPages\n${numbers.map((n) => `${n}.\tROADS OF PART ${n}\t${n * 10} - ${n * 10 + 9}`).join('\n')}\n`
export const agendaNumber: Check = defineCheck({
  code: 'wording.agenda-number', title: 'Item numbers of an agenda that skip or repeat', level: 'warning',
  about: 'The items of an agenda are numbered 1, 2, 3. A number that is missing or stands twice is an item lost, or a slip that the minutes will carry on. Renumber, or put the item back.',
  right: [agenda(1, 2, 3, 4, 5, 6)],
  wrong: [agenda(1, 2, 3, 4, 6, 7), agenda(1, 2, 3, 4, 4, 5)],
  find: (paper) => packOf(paper).parts.filter((p) => p.kind === 'agenda').flatMap((part) => {
    const items = itemsOf(part)
    const slips = isRun(items) ? slipsIn(items) : []
    return slips.length > 1 ? [] : slips.map((slip) => tell(slip, (n) => `item ${n}`))
  }),
})

const caption = /^(Table|Figure|Chart)\s+(\d{1,2})\b(?!\.\d)(?!.*\bcontinued\b)/i
/** The captions of a part by kind; a sentence that begins with "Table 2 shows" is none. */
const captionsIn = (part: Part): Map<string, Item[]> => {
  const by = new Map<string, Item[]>()
  for (const line of part.lines) {
    const m = line.text.length > 140 || line.style === 'row' || /[.;]$/.test(line.text) ? null : caption.exec(line.text)
    if (m && !/^\S+ \d+\s+(?:shows?|sets?|gives?|is|are|has|below|above|and|to)\b/i.test(line.text)) gather(by, `${m[1]![0]!.toUpperCase()}${m[1]!.slice(1).toLowerCase()}`, { number: Number(m[2]), line })
  }
  return by
}
const tables = (...numbers: readonly number[]): string => `Roads of the county\n\n${numbers.map((n, i) => `Table ${n}: Roads of ward ${i + 1}\n\nRoad\tMiles\nMill Road\t${n}`).join('\n\n')}\n`
/** Captions that stand twice with the same words are one table that goes on over the page. */
const again = (slip: Slip): boolean => slip.kind === 'twice' && slip.item.line.text === slip.other.line.text

export const captionNumber: Check = defineCheck({
  code: 'wording.caption-number', title: 'Table numbers that skip or repeat', level: 'warning',
  about: 'The tables and figures of a paper are numbered 1, 2, 3. A number that stands twice or is missing sends the reader to the wrong table. Correct the number.',
  right: [tables(1, 2, 3, 4)],
  wrong: [tables(1, 2, 3, 3), tables(1, 2, 4, 5), tables(1, 3, 3, 4)],
  find: (paper) => documents(packOf(paper).parts).flatMap((part) => [...captionsIn(part)].flatMap(([kind, items]) => (items.length < 3 ? [] : slipsIn(items).filter((s) => !again(s)).map((slip) => tell(slip, (n) => `${kind} ${n}`))))),
})
