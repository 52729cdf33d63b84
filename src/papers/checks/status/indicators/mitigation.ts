import { plainWords } from '../../../../kit/words.ts'
import type { Check } from '../../check.ts'
import { brief, defineCheck, type Fault } from '../../define.ts'
import { grids } from './grid.ts'

const answerHead = /\b(?:mitigat\w*|action|response|what (?:we will|will be) do)\b/i
const effectHead = /\b(?:impact|effect|finding|assessment|outcome|result|positive|negative)\b/i
const adverse = /\b(?:adverse|negative)\b/i
const noneOfIt = /\b(?:no|not|without|neutral or|positive and|n['’]t)\b/i
const unneeded = /^(?:none|none (?:needed|required|identified|necessary)|not (?:needed|required|necessary|applicable)|n\/a|no (?:action|mitigation) (?:needed|required))$/

export const unmitigated: Check = defineCheck({
  code: 'status.unmitigated', title: 'An adverse effect with nothing done about it', level: 'warning',
  about: 'A table of effects, as of an equality impact assessment, finds an adverse effect and says in the same row that no mitigation is needed. Say what is done about it, or correct the finding.',
  right: ['Group\tEffect\tMitigation\nOlder people\tPositive\tNot needed\nDisabled people\tSome adverse effect\tHome visits on request\nCarers\tNo adverse effect\tNot needed\n'],
  wrong: ['Group\tEffect\tMitigation\nOlder people\tPositive\tNot needed\nDisabled people\tSome adverse effect\tNot needed\nCarers\tNo adverse effect\tNot needed\n'],
  find: (paper) => grids(paper).flatMap((grid): Fault[] => {
    const [effect, answer] = [grid.heads.findIndex((h) => effectHead.test(h)), grid.heads.findIndex((h) => answerHead.test(h))]
    if (effect < 0 || answer < 0 || effect === answer) return []
    return grid.rows.filter((row) => row[effect]!.text.length < 60 && adverse.test(row[effect]!.text) && !noneOfIt.test(row[effect]!.text) && unneeded.test(plainWords(row[answer]!.text))).map((row) => ({
      at: row[answer]!.source, found: row[answer]!.text, message: `"${brief(row[0]!.text, 40)}" has "${brief(row[effect]!.text, 40)}" and, as ${grid.heads[answer]!.toLowerCase()}, "${row[answer]!.text}". Say what is done about it, or correct the finding.`,
    }))
  }),
})
