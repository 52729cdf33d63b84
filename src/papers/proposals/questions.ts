import type { Source } from '../../kit/source.ts'
import type { ProposalRow, ProposalView } from './types.ts'

/** A doubtful row as a question to the officer who knows. */
export type Question = { readonly row: number; readonly words: string; readonly place: string; readonly ask: string; readonly reason: string; readonly read: string; readonly source: Source }

const asks: Readonly<Record<string, string>> = {
  status: 'What is its status?', remark: 'What should the remark say?', match: 'Is it the same item as before?', row: 'Is the whole row right?',
  theme: 'Under which heading does it stand?', objective: 'Under which heading does it stand?', deliverable: 'Under which heading does it stand?', milestone: 'What are its words?',
}
const readOf = (row: ProposalRow, proposal: ProposalView): string => {
  const status = proposal.statuses.find((s) => s.code === row.status)?.name ?? row.printedStatus
  return [proposal.kind === 'update' ? (status ?? 'no status') : '', row.remark, row.match && row.confirm.includes('match') ? `Before: ${row.match.text}` : ''].filter(Boolean).join('. ')
}

/** The rows that await an answer, in the paper's order. */
export const questionsOf = (proposal: ProposalView): Question[] => proposal.rows.filter((r) => r.confirm.length > 0).map((row) => ({
  row: row.row, words: row.path.findLast((s) => s.text !== '')?.text ?? 'Words not readable', place: row.path.slice(0, -1).map((s) => s.text).filter(Boolean).join(' › '),
  ask: [...new Set(row.confirm.map((c) => asks[c] ?? `What is its ${c}?`))].join(' '), reason: row.review.join('; '), read: readOf(row, proposal), source: row.source,
}))
