import type { PaperTable } from '../../types.ts'
import type { Check } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { labelOf, packOf } from '../pack/pack.ts'

const reference = /^[A-Z]{1,4}\d{1,3}$/
type Listed = { readonly table: PaperTable; readonly refs: readonly string[]; readonly label: string | null; readonly caption: string }
const wanted = 4

const each = /\b(?:each|every|all(?: of)?(?: the)?)\b/i
const report = (...assessed: readonly string[]): string => `Savings of the county\n\nAn assessment of each saving is at Annex D.\n\nAnnex B: Savings\n\nRef\tSaving\n${['S1', 'S2', 'S3', 'S4', 'S5'].map((s) => `${s}\tSell van ${s}`).join('\n')}\n\nAnnex D: Assessment\n\nRef\tFinding\n${assessed.map((s) => `${s}\tNeutral`).join('\n')}\n`

/** "Each saving" and a table of savings. */
const isOf = (sentence: string, caption: string): boolean => { const noun = /\b(?:each|every) ([a-z]{4,})\b/i.exec(sentence)?.[1]; return noun !== undefined && caption.includes(noun.toLowerCase()) }

export const shortList: Check = defineCheck({
  code: 'completeness.list-short', title: 'A list that leaves out rows of another', level: 'warning',
  about: 'The paper says that each item has its row in a table ("an assessment of each saving is at Annex D"), and one or two references of the list are not in it. Add the row, or say why it is left out.',
  right: [report('S1', 'S2', 'S3', 'S4', 'S5'), report('S1', 'S2').replace('of each saving', 'of two savings')],
  wrong: [report('S1', 'S2', 'S3', 'S4')],
  find: (paper) => {
    const { lines } = packOf(paper)
    const sentences = lines.flatMap((l) => (l.style !== 'row' && each.test(l.text) && /(?:Annex|Appendix|Table|Schedule) [A-Z\d]/.test(l.text) ? l.text.split(/(?<=\.)\s+/).filter((s) => each.test(s)) : []))
    if (sentences.length === 0) return []
    let [label, caption]: [string | null, string] = [null, '']
    const listed = paper.content.blocks.flatMap((b): Listed[] => {
      if (b.kind === 'text') {
        const own = b.text.length < 140 ? /^Table \d{1,2}\b/.exec(b.text)?.[0] ?? labelOf(b.text) : null
        if (own) [label, caption] = [own, b.text.toLowerCase()]
        return []
      }
      const refs = b.rows.flatMap((row) => (reference.test(row[0]?.text ?? '') ? [row[0]!.text] : []))
      return refs.length >= wanted - 1 && new Set(refs).size === refs.length ? [{ table: b, refs, label, caption }] : []
    })
    return listed.flatMap((short): Fault[] => {
      if (short.label === null || !sentences.some((s) => s.includes(short.label!) || isOf(s, short.caption))) return []
      const whole = listed.find((o) => o !== short && o.refs.length >= wanted && o.refs.length > short.refs.length && short.refs.every((r) => o.refs.includes(r)))
      const lost = whole?.refs.filter((r) => !short.refs.includes(r)) ?? []
      return lost.length === 0 || lost.length > 2 ? [] : [{ at: short.table.source, found: `no ${lost.join(', ')}`, expected: lost.join(', '), message: `${short.label} has no row for ${lost.join(' and ')}, though each is said to have one: ${whole!.label ?? 'the other table'} has ${whole!.refs.length}, this one ${short.refs.length}. Add the row, or say why it is left out.` }]
    })
  },
})
