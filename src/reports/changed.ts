import type { Change, ChangeKind } from '../plans/index.ts'
import { column, heading, paragraph, run, words, type Block, type Cell, type Run } from './document.ts'
import { earlierName, lastWords, newSentence, unfinished, yearSentence } from './earlier-words.ts'
import { answeringNoun, listed } from './wording.ts'
import type { Snapshot } from './types.ts'

/** What the summary and the table tell, the gravest first. What is unchanged is not told; what is not reported is counted here and listed in Appendix B. */
const told: readonly ChangeKind[] = ['dropped', 'split', 'merged', 'target changed', 're-dated', 'moved', 'reworded', 'added']

/** What changed since Cabinet approved the plan; nothing at all where no approved plan was imported. */
export const changesSection = (snapshot: Snapshot): Block[] => {
  if (!snapshot.approved) return []
  const changes = told.flatMap((kind) => snapshot.changes.filter((c) => c.kind === kind))
  const silent = snapshot.changes.filter((c) => c.kind === 'not reported').length
  return [
    heading(1, 'What changed since the plan was approved', 'changes'),
    paragraph(summary(changes, silent, (n) => answeringNoun(snapshot, n))),
    ...(changes.length === 0 ? [] : [{
      kind: 'table' as const, caption: 'Changes against the approved plan; words gone are struck through, new words are underlined', rowHeadings: false, totalRow: false,
      columns: [column('Change', 16), column('As approved', 42), column('As reported', 42)], rows: changes.map(rowOf),
    }]),
  ]
}

/** A longer list is on the page of what changed. */
const longest = 15

/** What became of the plan of the year before, with what is not continued and was not done; nothing where no such plan is stored. */
export const yearsSection = ({ earlier }: Snapshot): Block[] => {
  if (earlier === undefined) return []
  const open = unfinished(earlier)
  const shown = open.slice(0, longest)
  return [
    heading(1, `What became of ${earlierName(earlier)}`, 'years'), paragraph(`${yearSentence(earlier)} ${newSentence(earlier)}`),
    ...(open.length === 0 ? [] : [paragraph(open.length > longest ? `The first ${longest} of those that are not continued and were not reported complete:` : 'Not continued, and not reported complete:')]),
    ...(open.length === 0 ? [] : [{ kind: 'list' as const, marker: 'bullet' as const, items: shown.map((n) => [{ kind: 'paragraph' as const, style: 'body' as const, runs: [run(n.text), run(` (${lastWords(n)})`)] }]) }]),
  ]
}

const summary = (changes: readonly Change[], silent: number, noun: (count: number) => string): string => {
  const targets = changes.filter((c) => c.kind === 'target changed')
  const eased = targets.filter((c) => c.easier === 'easier').length
  const hardened = targets.filter((c) => c.easier === 'harder').length
  const direction = listed([...(eased > 0 ? [`${eased} easier to meet`] : []), ...(hardened > 0 ? [`${hardened} harder`] : [])])
  const counts = told.map((kind) => ({ kind, n: changes.filter((c) => c.kind === kind).length })).filter(({ n }) => n > 0)
    .map(({ kind, n }) => `${n} ${n === 1 ? kind : kind.replace('target changed', 'targets changed')}${kind === 'target changed' && direction !== '' ? ` (${direction})` : ''}`)
  const first = counts.length === 0 ? `No ${noun(1)} in the update differs from the plan that was approved.` : `Against the plan that was approved: ${listed(counts)}.`
  return silent === 0 ? first : `${first} ${silent} more ${silent === 1 ? 'is' : 'are'} not in this update.`
}

const rowOf = (c: Change): Cell[] => {
  const kinds = [c.kind, ...c.also].join(', ')
  const effect = c.easier === null ? '' : `: ${c.easier}`
  return [words(`${kinds[0]!.toUpperCase()}${kinds.slice(1)}${effect}${c.sure ? '' : ' (to be confirmed)'}`), side(c, 'approved', 'gone'), side(c, 'reported', 'new')]
}

/** One side of a change: its words with what is gone or new marked; several rows where an item was split or merged. */
const side = (c: Change, rows: 'approved' | 'reported', mine: 'gone' | 'new'): Cell => {
  const runs = c.words.flatMap(({ op, text }): Run[] => (op === 'same' ? [run(text)] : op === mine ? [{ text, change: mine }] : []))
  const wording = c[rows].map((r) => r.milestone ?? r.path.at(-1)?.text ?? '').join('; ')
  return { kind: 'words', quiet: false, runs: c[rows].length === 1 && runs.length > 0 ? runs : [run(wording)] }
}
