import type { Answer } from './accuracy.ts'
import type { TextPaper } from './text-papers.ts'

/** Numbers from a seed, so that a failing case can be run again. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A paper on its way: its lines, and the answers with the line that each now stands on. */
type Copy = { readonly lines: string[]; readonly rows: Answer[] }
type Target = { readonly at: number; readonly answers: readonly number[]; readonly random: () => number }
/** A change that a conversion or a careless hand makes. `knowable` false: nothing on the page shows it, so only an approved plan could tell. */
export type Mutation = { readonly name: string; readonly knowable: boolean; readonly apply: (copy: Copy, target: Target) => boolean }

const cellsOf = (line: string): string[] => line.split('\t')
const shiftLines = (copy: Copy, from: number, by: number): void => copy.rows.forEach((r, i) => { if (r.line! > from) copy.rows[i] = { ...r, line: r.line! + by } })
const insert = (copy: Copy, at: number, ...lines: string[]): void => { copy.lines.splice(at, 0, ...lines); shiftLines(copy, at, lines.length) }
const rewrite = (copy: Copy, at: number, cells: readonly string[]): true => { copy.lines[at] = cells.join('\t'); return true }
const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!
const filled = (cells: readonly string[]): number[] => cells.flatMap((c, i) => (c.trim() === '' ? [] : [i]))
const change = (copy: Copy, at: number, of: Partial<Answer>): void => { copy.rows[at] = { ...copy.rows[at]!, ...of } }

/** The place between two words near the middle. */
const halves = (text: string): [string, string] | null => {
  const words = text.trim().split(' ')
  if (words.length < 4) return null
  const cut = Math.ceil(words.length / 2)
  return [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
}

const statusAt = (cells: readonly string[], copy: Copy, { answers }: Target): number => cells.findIndex((c) => c.trim() !== '' && c.trim() === copy.rows[answers[0]!]!.status)

export const mutations: readonly Mutation[] = [
  { name: 'an empty cell more at the start', knowable: true, apply: (copy, { at }) => rewrite(copy, at, ['', ...cellsOf(copy.lines[at]!)]) },
  { name: 'the whole row one column to the right, its end lost', knowable: true, apply: (copy, t) => {
    const cells = cellsOf(copy.lines[t.at]!)
    change(copy, t.answers[0]!, { remark: '' })
    return rewrite(copy, t.at, ['', ...cells].slice(0, cells.length))
  } },
  { name: 'the first empty cell lost', knowable: true, apply: (copy, { at }) => { const cells = cellsOf(copy.lines[at]!); return cells[0]!.trim() === '' && rewrite(copy, at, cells.slice(1)) } },
  { name: 'all leading empty cells lost', knowable: true, apply: (copy, { at }) => { const cells = cellsOf(copy.lines[at]!); const from = cells.findIndex((c) => c.trim() !== ''); return from > 0 && rewrite(copy, at, [...cells.slice(from), ...cells.slice(0, from)]) } },
  { name: 'the words one column left of their place', knowable: true, apply: (copy, { at }) => { const cells = cellsOf(copy.lines[at]!); const from = cells.findIndex((c) => c.trim() !== ''); return from === 2 && rewrite(copy, at, [cells[0]!, cells[2]!, '', ...cells.slice(3)]) } },
  { name: 'the words in the first column', knowable: true, apply: (copy, { at }) => { const cells = cellsOf(copy.lines[at]!); const from = cells.findIndex((c) => c.trim() !== ''); return from === 2 && rewrite(copy, at, [cells[2]!, '', ...cells.slice(3), '']) } },
  { name: 'an empty cell before the status', knowable: true, apply: (copy, t) => { const cells = cellsOf(copy.lines[t.at]!); const s = statusAt(cells, copy, t); return s > 0 && rewrite(copy, t.at, [...cells.slice(0, s), '', ...cells.slice(s)]) } },
  { name: 'a page number in the first cell', knowable: true, apply: (copy, { at, random }) => { const cells = cellsOf(copy.lines[at]!); return cells[0]!.trim() === '' && rewrite(copy, at, [String(Math.floor(random() * 200)), ...cells.slice(1)]) } },
  { name: 'a stray letter beside the status', knowable: true, apply: (copy, t) => { const cells = cellsOf(copy.lines[t.at]!); const s = statusAt(cells, copy, t); if (s < 0) return false; cells[s] = `${pick(['f', 'n', 'nd'], t.random)} ${cells[s]}`; return rewrite(copy, t.at, cells) } },
  { name: 'a parent printed over two rows', knowable: true, apply: (copy, { at, random }) => {
    const [cells, next] = [cellsOf(copy.lines[at]!), cellsOf(copy.lines[at + 1] ?? '')]
    const can = [0, 1].filter((i) => (i === 0 || (next[0] ?? '').trim() === '') && (cells[i] ?? '').trim() !== '' && next.length === cells.length && next[i]!.trim() === '')
    if (can.length === 0) return false
    const column = pick(can, random)
    const parts = halves(cells[column]!)
    if (parts === null) return false
    rewrite(copy, at, cells.map((c, i) => (i === column ? parts[0] : c)))
    return rewrite(copy, at + 1, next.map((c, i) => (i === column ? parts[1] : c)))
  } },
  { name: 'a remark run over into the next line', knowable: true, apply: (copy, { at }) => {
    const cells = cellsOf(copy.lines[at]!)
    const parts = halves(cells.at(-1)!)
    if (parts === null) return false
    rewrite(copy, at, [...cells.slice(0, -1), parts[0]])
    insert(copy, at + 1, [...cells.slice(0, -1).map(() => ''), parts[1]].join('\t'))
    return true
  } },
  { name: 'the words run over into the next line', knowable: true, apply: (copy, { at }) => {
    const cells = cellsOf(copy.lines[at]!)
    const parts = halves(cells[2] ?? '')
    if (parts === null || !/^\p{Ll}/u.test(parts[1])) return false
    rewrite(copy, at, cells.map((c, i) => (i === 2 ? parts[0] : c)))
    insert(copy, at + 1, cells.map((_, i) => (i === 2 ? parts[1] : '')).join('\t'))
    return true
  } },
  { name: 'a remark run over into a line without cells', knowable: true, apply: (copy, { at }) => {
    const cells = cellsOf(copy.lines[at]!)
    const parts = halves(cells.at(-1)!)
    if (parts === null || !(copy.lines[at + 1] ?? '').includes('\t')) return false
    rewrite(copy, at, [...cells.slice(0, -1), parts[0]])
    insert(copy, at + 1, parts[1])
    return true
  } },
  { name: 'a blank line in the table', knowable: true, apply: (copy, { at }) => { insert(copy, at, ''); return true } },
  { name: 'a page break with its number', knowable: true, apply: (copy, { at, random }) => { insert(copy, at, '', `Page ${Math.floor(random() * 90)}`, ''); return true } },
  { name: 'the headings again', knowable: true, apply: (copy, { at }) => { const head = copy.lines.slice(0, at).findLast((l) => /\t(?:RAG|Status)\t/i.test(l)); if (head === undefined) return false; insert(copy, at, '', head); return true } },
  { name: 'the status cut', knowable: true, apply: (copy, t) => { const cells = cellsOf(copy.lines[t.at]!); const s = statusAt(cells, copy, t); if (s < 0) return false; change(copy, t.answers[0]!, { status: '' }); return rewrite(copy, t.at, cells.map((c, i) => (i === s ? '' : c))) } },
  { name: 'the milestone cut', knowable: true, apply: (copy, t) => { const cells = cellsOf(copy.lines[t.at]!); change(copy, t.answers[0]!, { milestone: null }); return rewrite(copy, t.at, cells.map((c, i) => (i === 2 ? '' : c))) } },
  { name: 'the milestone\'s cell lost', knowable: true, apply: (copy, t) => { const cells = cellsOf(copy.lines[t.at]!); change(copy, t.answers[0]!, { milestone: null }); return rewrite(copy, t.at, cells.filter((_, i) => i !== 2)) } },
  { name: 'the row twice', knowable: true, apply: (copy, { at }) => { insert(copy, at + 1, copy.lines[at]!); return true } },
  { name: 'a filled cell lost', knowable: true, apply: (copy, { at, random }) => { const cells = cellsOf(copy.lines[at]!); const own = filled(cells).filter((i) => i < 2); if (own.length === 0) return false; const gone = pick(own, random); return rewrite(copy, at, cells.filter((_, i) => i !== gone)) } },
  { name: 'two rows in one line', knowable: true, apply: (copy, { at, answers }) => {
    const [cells, next] = [cellsOf(copy.lines[at]!), cellsOf(copy.lines[at + 1] ?? '')]
    if (next.length !== cells.length || next[0]!.trim() !== '' || next[1]!.trim() !== '' || copy.rows[answers[0]! + 1]?.line !== at + 2 || (copy.rows[answers[0]! + 1] as { displaced?: boolean }).displaced) return false
    rewrite(copy, at, cells.map((c, i) => [c, next[i]!].filter((x) => x.trim() !== '').join(' ')))
    copy.lines.splice(at + 1, 1)
    change(copy, answers[0]! + 1, { line: at + 1 })
    shiftLines(copy, at + 1, -1)
    return true
  } },
  { name: 'the remark cut', knowable: true, apply: (copy, t) => { const cells = cellsOf(copy.lines[t.at]!); change(copy, t.answers[0]!, { remark: '' }); return rewrite(copy, t.at, [...cells.slice(0, -1), '']) } },
  { name: 'a row without parents lost', knowable: true, apply: (copy, t) => { const cells = cellsOf(copy.lines[t.at]!); return cells[0]!.trim() === '' && cells[1]!.trim() === '' && dropLine(copy, t) } },
  { name: 'a row with its parents lost', knowable: false, apply: (copy, t) => { const cells = cellsOf(copy.lines[t.at]!); return (cells[0]!.trim() !== '' || cells[1]!.trim() !== '') && dropLine(copy, t) } },
  { name: 'a parent cut', knowable: false, apply: (copy, { at, random }) => { const cells = cellsOf(copy.lines[at]!); const own = filled(cells).filter((i) => i < 2); if (own.length === 0) return false; const gone = pick(own, random); return rewrite(copy, at, cells.map((c, i) => (i === gone ? '' : c))) } },
]
const dropLine = (copy: Copy, { at, answers }: Target): boolean => {
  copy.lines.splice(at, 1)
  copy.rows.splice(answers[0]!, answers.length)
  shiftLines(copy, at, -1)
  return true
}

/** One changed paper, or null where the mutation does not apply to the row that was drawn. Rows the first paper's readers judge by hand are left alone. */
export const mutate = (paper: TextPaper, mutation: Mutation, random: () => number, usable: (row: Answer) => boolean): TextPaper | null => {
  const candidates = paper.rows.flatMap((r, i) => (usable(r) && paper.rows.filter((o) => o.line === r.line).length === 1 ? [i] : []))
  if (candidates.length === 0) return null
  const answer = pick(candidates, random)
  const copy: Copy = { lines: paper.text.split('\n'), rows: [...paper.rows] }
  const at = paper.rows[answer]!.line! - 1
  if (cellsOf(copy.lines[at]!).length < 4) return null
  return mutation.apply(copy, { at, answers: [answer], random }) ? { name: `${paper.name}: ${mutation.name}, line ${at + 1}`, text: copy.lines.join('\n'), rows: copy.rows } : null
}

const several: Mutation = { name: 'three of these at once', knowable: true, apply: () => false }
/** Three changes that the page can show, one after another. */
export const mutateThrice = (paper: TextPaper, random: () => number, usable: (row: Answer) => boolean): TextPaper | null => {
  let changed: TextPaper | null = null
  for (let i = 0; i < 3; i += 1) changed = mutate(changed ?? paper, pick(mutations.filter((m) => m.knowable), random), random, (row) => usable(row) && row.milestone !== null) ?? changed
  return changed
}
export const allMutations: readonly Mutation[] = [...mutations, several]
