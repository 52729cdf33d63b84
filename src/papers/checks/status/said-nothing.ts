import { counted, plainWords } from '../../../kit/words.ts'
import type { PlanRow } from '../../../plans/index.ts'
import type { PaperCell } from '../../types.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { grids } from './indicators/grid.ts'

const remarkHead = /\b(?:progress|remarks?|comments?|commentary|update|latest|position)\b/i
const toDo = /\b(?:actions?|milestones?|tasks?|projects?|deliverables?|recommendations?|activit(?:y|ies)|steps?)\b/i
const nothing = /^(?:nothing (?:further |new )?to report(?: at (?:this time|present|the moment))?|no (?:further |new )?(?:update|progress|change|comments?)(?: (?:to report|since (?:the )?last (?:report|quarter|update|meeting)|at (?:this time|present|this stage)))?|no update (?:was )?(?:received|provided|available)|update (?:awaited|to follow)|awaiting (?:an )?update|as (?:above|before|previously reported|last (?:quarter|time)))$/
const saysNothing = (text: string): boolean => text.length >= 8 && text.length <= 60 && nothing.test(plainWords(text))

export const emptyRemark: Check = defineCheck({
  code: 'status.empty-remark', title: 'Remarks that say nothing', level: 'note',
  about: 'A remark on progress says only that there is nothing to say ("Nothing to report", "No update"), where other rows tell what was done. Say what stands in the way or when it begins; told once for a table.',
  right: ['Action\tLead\tDue\tProgress\nSurvey the roads\tHead of Roads\tMay 2026\tThe north is done\nMend the signs\tHead of Roads\tJune 2026\tBegins in May\nClear the paths\tHead of Parks\tJuly 2026\tTwo are clear\n'],
  wrong: ['Action\tLead\tDue\tProgress\nSurvey the roads\tHead of Roads\tMay 2026\tThe north is done\nMend the signs\tHead of Roads\tJune 2026\tNothing to report at present\nClear the paths\tHead of Parks\tJuly 2026\tTwo are clear\n'],
  find: (paper) => grids(paper).filter((grid) => grid.heads.some((h) => toDo.test(h))).flatMap((grid): Fault[] => {
    const at = grid.heads.findIndex((h) => remarkHead.test(h))
    const [first, ...more] = at < 0 ? [] : grid.rows.map((row) => row[at]!).filter((c: PaperCell) => saysNothing(c.text) || c.paragraphs.some((p) => saysNothing(p.text)))
    return first ? [{ at: first.source, also: more.map((c) => c.source), found: first.text, message: `${counted(more.length + 1, 'remark says', 'remarks say')} nothing of the action: "${brief(first.text, 60)}". Say what stands in the way, or when it begins.` }] : []
  }),
})

const small = new Set(['the', 'a', 'an', 'of', 'for', 'and', 'to', 'in', 'our', 'new'])
const terms = (text: string): string[] => plainWords(text).replace(/[^a-z0-9 ]+/g, ' ').split(' ').filter((w) => w !== '' && !small.has(w)).map((w) => w.replace(/s$/, ''))
/** A milestone that begins as its deliverable does and has no word that is not in it already. */
const repeats = ({ deliverable, milestone }: PlanRow): boolean => {
  if (!deliverable || !milestone || milestone.length > deliverable.length || /\d/.test(milestone)) return false
  const [own, above] = [terms(milestone), terms(deliverable)]
  return own.length >= 2 && own[0] === above[0] && own.every((w) => above.includes(w))
}
export const milestoneRepeats: Check = defineCheck({
  code: 'status.milestone-repeats', title: 'Milestones that only repeat their deliverable', level: 'note',
  about: 'A milestone says in the same words what its deliverable says, so there is nothing to see progress by before all is done. Put a step on the way, with a date; told once for a plan.',
  right: ['Delivery Plan 2025/26\n\nObjectives\tThis year we will\tKey milestones\nBetter roads\tRepair the roads of the north\tSurvey the roads of the north by June\n\tBuild two bridges\tAppoint a builder\n\tOpen the river paths\tClear six paths\n\tMend the signs\tPaint every sign\n'],
  wrong: ['Delivery Plan 2025/26\n\nObjectives\tThis year we will\tKey milestones\nBetter roads\tRepair the roads of the north before the winter\tRepair the roads of the north\n\tBuild two bridges\tAppoint a builder\n\tOpen the river paths\tClear six paths\n\tMend the signs\tPaint every sign\n'],
  find: (paper) => paper.recognised.tables.flatMap((t): Fault[] => {
    const [first, ...more] = t.kind === 'plan' ? t.rows.filter(repeats) : []
    return first ? [{ at: first.source, also: more.map((r) => r.source), found: first.milestone!, message: `${counted(more.length + 1, 'milestone only repeats its', 'milestones only repeat their')} deliverable, beginning with "${brief(first.milestone!, 60)}". Put a step on the way, with a date.` }] : []
  }),
})
