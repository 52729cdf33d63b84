import type { Finding } from '../../../kit/finding.ts'
import type { Source } from '../../../kit/source.ts'
import type { Day } from '../../../kit/day.ts'
import { matchesIn } from '../../../kit/words.ts'
import { headline, statusesFrom, type Headline } from '../../../progress/index.ts'
import { proseOf } from '../../facts/index.ts'
import type { PaperContent, RecognisedTable } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { asItsKeySays } from './own-key.ts'

type Progress = Extract<RecognisedTable, { kind: 'progress' | 'plan' }>
type Which = 'complete' | 'on track' | 'met'
type Count = { readonly name: string; readonly headline: Headline; /** How many rows are completed, on track, or either. */ readonly made: Readonly<Record<Which, number>>; readonly doubtful: number; readonly source: Source }

/** The rows counted again: the whole update, and each theme of it. What counts is as the paper's own key has it. */
const countsOf = (table: Progress, content: PaperContent): Count[] => {
  const legend = table.legend ?? []
  const statuses = asItsKeySays(statusesFrom(legend, table.rows.flatMap((r) => (r.status ? [r.status] : []))), content, legend)
  const count = (name: string, rows: Progress['rows']): Count => {
    const all = headline(rows, { name: '', from: '' as Day, statuses })
    const of = (kind: Which): number => statuses.reduce((n, s) => n + (s.kind === kind ? all.byStatus[s.code] ?? 0 : 0), 0)
    return { name, headline: all, made: { complete: of('complete'), 'on track': of('on track'), met: all.met }, doubtful: rows.filter((r) => r.review.length > 0).length, source: table.source }
  }
  const themes = [...new Set(table.rows.map((r) => r.theme ?? ''))].filter((t) => t !== '')
  return [count('the update', table.rows), ...(themes.length > 1 ? themes.map((t) => count(t, table.rows.filter((r) => r.theme === t))) : [])]
}

const counted = /^(?:\s+[a-z-]+){0,3}?\s+(?:milestones?|actions?|deliverables?|items?|projects?|tasks?|recommendations?|commitments?)\b/i
const outOf = /\b(\d[\d,]{0,15})\s+(?:\w+\s+){0,2}?(?:out of|of)\s+(?:the\s+|our\s+)?(\d[\d,]*)\b/gi
const good = /\b(?:complete[d]?|on track|on target|achieved|delivered|met|blue|green)\b/i
const done = /\b(?:complete[d]?|achieved|delivered|done|finished|blue)\b/i
const going = /\b(?:on track|on target|on schedule|green)\b/i
/** "4 of the 12 are complete, 5 are on track" counts those completed; "8 of 10 are completed or on track" both. */
const whichOf = (after: string): Which => { const clause = after.split(/[,;.](?!\d)/)[0]!; return done.test(clause) === going.test(clause) ? 'met' : done.test(clause) ? 'complete' : 'on track' }
const inWords: Readonly<Record<Which, string>> = { complete: 'completed', 'on track': 'on track', met: 'completed or on track' }
type Said = { readonly met: number; readonly of: number; readonly which: Which; readonly text: string; readonly source: Source }

/** "145 out of 162 milestones ... completed or on track". */
const headlinesSaid = (paper: CheckedPaper): Said[] => proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence): Said[] => {
  const shares = matchesIn(sentence.text, outOf)
  return shares.length === 0 || !good.test(sentence.text) ? [] : shares.flatMap((m) => {
    if (!counted.test(sentence.text.slice(m.index + m[0].length))) return []
    return [{ met: Number(m[1]!.replaceAll(',', '')), of: Number(m[2]!.replaceAll(',', '')), which: whichOf(sentence.text.slice(m.index + m[0].length)), text: m[0], source: passage.at(sentence.start + m.index) }]
  })
}))

const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(5, b / 10)

const findingOf = (said: Said, count: Count): Finding => {
  const [met, { of }] = [count.made[said.which], count.headline]
  return {
    level: count.doubtful > 0 ? 'warning' : 'error', code: 'same.headline', source: said.source, expected: `${met} of ${of}`, found: said.text, also: [count.source],
    message: `“${said.text}” is said, but counted row by row ${count.name} has ${met} of ${of} ${inWords[said.which]}.${count.doubtful > 0 ? ` ${count.doubtful} of its rows could not be read with certainty.` : ''}`,
  }
}

const find = (paper: CheckedPaper): Finding[] => {
  const counts = paper.recognised.tables.filter((t): t is Progress => t.kind === 'progress').flatMap((t) => countsOf(t, paper.content))
  if (counts.length === 0) return []
  return headlinesSaid(paper).flatMap((said) => {
    if (counts.some((c) => c.made[said.which] === said.met && c.headline.of === said.of)) return []
    const meant = counts.find((c) => near(said.of, c.headline.of) && near(said.met, c.made[said.which]))
    return meant === undefined ? [] : [findingOf(said, meant)]
  })
}

export const headlineCheck: Check = {
  code: 'same.headline', title: 'The headline is what the rows make', level: 'error',
  about: 'A sentence that counts milestones as completed or on track is counted again from the rows of the update in the same paper, whole and by theme. Correct the sentence, or find the row whose status changed after it was written.',
  right: ['In the quarter 8 out of 10 milestones were completed or are on track.\n\nQuarter 1 updates\n\nObjective\tDeliverable\tMilestone\tRAG\tRemarks\nBetter homes for all\tBuild homes on site 1\tFinish the works on site number 1\tAmber\tWorks on the site go on\nBetter homes for all\tBuild homes on site 2\tFinish the works on site number 2\tAmber\tWorks on the site go on\nBetter homes for all\tBuild homes on site 3\tFinish the works on site number 3\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 4\tFinish the works on site number 4\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 5\tFinish the works on site number 5\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 6\tFinish the works on site number 6\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 7\tFinish the works on site number 7\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 8\tFinish the works on site number 8\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 9\tFinish the works on site number 9\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 10\tFinish the works on site number 10\tGreen\tWorks on the site go on'],
  wrong: ['In the quarter 9 out of 10 milestones were completed or are on track.\n\nQuarter 1 updates\n\nObjective\tDeliverable\tMilestone\tRAG\tRemarks\nBetter homes for all\tBuild homes on site 1\tFinish the works on site number 1\tAmber\tWorks on the site go on\nBetter homes for all\tBuild homes on site 2\tFinish the works on site number 2\tAmber\tWorks on the site go on\nBetter homes for all\tBuild homes on site 3\tFinish the works on site number 3\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 4\tFinish the works on site number 4\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 5\tFinish the works on site number 5\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 6\tFinish the works on site number 6\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 7\tFinish the works on site number 7\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 8\tFinish the works on site number 8\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 9\tFinish the works on site number 9\tGreen\tWorks on the site go on\nBetter homes for all\tBuild homes on site 10\tFinish the works on site number 10\tGreen\tWorks on the site go on'],
  find,
}
