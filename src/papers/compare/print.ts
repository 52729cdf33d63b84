import { describeSource } from '../../kit/source.ts'
import { changeKinds, ownWords, summarise, yearKinds, type Change, type ChangedWords, type ChangeKind, type Comparison, type PlanRow, type SummaryOptions, type SummaryPart } from '../../plans/index.ts'

type Style = { readonly colour: boolean }
const paint = (code: number, text: string, { colour }: Style): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)

/** Changed words in a line: gone in [-...-], new in {+...+}, as everybody who reads differences knows them. */
const printWords = (words: readonly ChangedWords[], style: Style): string => words.map(({ op, text }) =>
  op === 'same' ? text : op === 'gone' ? paint(31, `[-${text}-]`, style) : paint(32, `{+${text}+}`, style)).join(' ')

const quiet: ReadonlySet<ChangeKind> = new Set(['unchanged', 'same words', 'not reported', 'new'])

const place = (row: PlanRow | undefined): string => (row === undefined ? '' : describeSource(row.source))
const under = (row: PlanRow): string => [row.deliverable, row.objective, row.theme].find((c) => c !== null && c !== '' && c !== ownWords(row)) ?? ''

const printChange = (c: Change, style: Style): string[] => {
  const notes = [...c.also, ...(c.easier === null ? [] : [c.easier]), ...(c.sure ? [] : ['a guess'])].join(', ')
  const places = [place(c.approved[0]), place(c.reported[0])].filter(Boolean).join(' → ')
  const [from, to] = [c.approved[0], c.reported[0]]
  const moved = (c.kind === 'moved' || c.also.includes('moved')) && from && to ? [`      from "${under(from)}" to "${under(to)}"`] : []
  return [`  ${printWords(c.words, style)}${notes === '' ? '' : `  (${notes})`}`, ...moved, `      ${places}`]
}

/** A long list stands in full below, under its kind. */
const longest = 12
const printPart = ({ say, list }: SummaryPart): string[] => [say, ...list.slice(0, longest).map((l) => `  ${l}`), ...(list.length > longest ? [`  and ${list.length - longest} more, below`] : [])]

/** What a person reads of a comparison: the summary, then each change under its kind. */
export const printComparison = (title: string, comparison: Comparison, style: Style & SummaryOptions & { readonly all: boolean }): string => {
  const kinds = [...changeKinds, ...yearKinds].filter((k) => style.all || !quiet.has(k))
  const groups = [...new Set(kinds)].flatMap((kind) => {
    const changes = comparison.changes.filter((c) => c.kind === kind)
    return changes.length === 0 ? [] : ['', paint(1, `${kind.toUpperCase()}  ${changes.length}`, style), ...changes.flatMap((c) => printChange(c, style))]
  })
  return [title, '', ...summarise(comparison, style).flatMap(printPart), ...groups].join('\n')
}
