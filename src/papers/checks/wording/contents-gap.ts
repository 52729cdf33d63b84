import { plainWords } from '../../../kit/words.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'

const contents = /^(?:table of )?contents(?: page)?:?$/i
const numbered = /^((?:part|section|chapter)\s+)?(\d{1,2})[.):]?\s+(\S.{2,80}?)(?:[\s.…]+\d{1,3})?$/i
type Entry = { readonly prefix: string; readonly number: number; readonly title: string; readonly line: Line }
const entryOf = (line: Line): Entry | null => {
  const m = line.text.length > 100 ? null : numbered.exec(line.text)
  return m && /[A-Za-z]{3}/.test(m[3]!) ? { prefix: (m[1] ?? '').trim().toLowerCase(), number: Number(m[2]), title: plainWords(m[3]!.replace(/&/g, 'and')), line } : null
}
const fewest = 4
/** The numbered entries right under "Contents", while their numbers rise. */
const entriesUnder = (lines: readonly Line[], from: number): Entry[] => {
  const entries: Entry[] = []
  for (const line of lines.slice(from + 1)) {
    const entry = entryOf(line)
    if (entry === null || entry.number <= (entries.at(-1)?.number ?? 0)) break
    entries.push(entry)
  }
  return entries
}
/** A heading that the list leaves out: it stands between its neighbours, and looks as they do. */
const leftOut = (entries: readonly Entry[], rest: readonly Line[]): Entry[] => {
  const heads = rest.flatMap((line) => (line.style === 'row' || /[.;,]$/.test(line.text) ? [] : entryOf(line) ?? []))
  const at = (e: Entry): number => heads.findIndex((h) => h.number === e.number && h.prefix === e.prefix && h.title === e.title)
  const found = entries.filter((e) => at(e) >= 0)
  if (found.length < fewest - 1 || found.length < entries.length - 1) return []
  const isFirst = (h: Entry): boolean => heads.findIndex((o) => o.number === h.number && o.prefix === h.prefix) === heads.indexOf(h)
  return heads.filter((h, i) => {
    const before = entries.find((e) => e.number === h.number - 1), after = entries.find((e) => e.number > h.number)
    if (h.prefix !== entries[0]!.prefix || entries.some((e) => e.number === h.number) || !isFirst(h) || !before || at(before) < 0 || at(before) > i) return false
    return after === undefined ? h.prefix !== '' && h.number === entries.at(-1)!.number + 1 : at(after) > i
  })
}
const paper = (...list: readonly string[]): string => `Roads of the county\n\nContents\n\n${list.join('\n\n')}\n\n${['1. Roads', '2. Bridges', '3. Paths', '4. Costs', '5. Plans'].map((h) => `${h}\n\nWhat there is to say of them is said here.`).join('\n\n')}\n`

export const contentsGap: Check = defineCheck({
  code: 'wording.contents-gap', title: 'A numbered section that the contents leave out', level: 'warning',
  about: 'The contents list the numbered sections of the paper, and a section that the paper has is not among them. Add it to the list.',
  right: [paper('1. Roads', '2. Bridges', '3. Paths', '4. Costs', '5. Plans')],
  wrong: [paper('1. Roads', '2. Bridges', '3. Paths', '5. Plans')],
  find: (checked) => packOf(checked).parts.flatMap(({ lines }): Fault[] => {
    const from = lines.findIndex((l) => l.text.length < 30 && contents.test(l.text))
    const entries = from < 0 ? [] : entriesUnder(lines, from)
    const next = entries.length < fewest ? [] : leftOut(entries, lines.slice(from + 1 + entries.length))
    return next.length === 0 || next.length > 2 ? [] : next.map((h): Fault => {
      const beside = entries.find((e) => e.number > h.number) ?? entries.at(-1)!
      return { at: beside.line, also: [h.line], found: `no "${brief(h.line.text, 50)}"`, expected: brief(h.line.text, 60), message: `The contents leave out "${brief(h.line.text, 60)}", which stands in the paper. Add it to the list.` }
    })
  }),
})
