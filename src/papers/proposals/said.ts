import { plainWords } from '../../kit/words.ts'
import type { Decision } from '../../plans/index.ts'
import { usualColour, type Status, type StatusKind } from '../../progress/index.ts'

/** What a person said a status means. */
export type StatusAnswer = { readonly code: string; readonly name: string; readonly kind: StatusKind; readonly counts: boolean; readonly colour: string | null; readonly letter: string | null; readonly meaning: string; readonly keyed: string }

export const asStatus = (said: StatusAnswer, before: Status | null): Status => ({
  code: before?.code ?? said.code, name: said.name, kind: said.kind, counts: said.counts, colour: said.colour ?? before?.colour ?? usualColour[said.kind],
  letter: said.letter ?? before?.letter ?? said.name.slice(0, 1).toUpperCase(), meaning: said.meaning || (before?.meaning ?? said.name), assumed: false,
})

/** Statuses with what people said of them put in: in the same plan, or in any plan whose key says the same of the same code. */
export const explained = (found: readonly Status[], seen: readonly string[], planSlug: string, decisions: readonly Decision[]): Status[] => {
  const answers = decisions.filter((d) => d.kind === 'status').map((d) => ({ planSlug: d.planSlug, said: d.answer as StatusAnswer }))
  const answerTo = (code: string, meaning: string): StatusAnswer | undefined => {
    const ofCode = answers.filter((a) => plainWords(a.said.code) === plainWords(code))
    return (ofCode.find((a) => a.planSlug === planSlug) ?? ofCode.find((a) => plainWords(a.said.keyed) === plainWords(meaning)))?.said
  }
  const known = found.map((s) => { const said = answerTo(s.code, s.meaning); return said === undefined ? s : asStatus(said, s) })
  const unknown = [...new Set(seen)].filter((code) => !found.some((s) => plainWords(s.code) === plainWords(code)))
  return [...known, ...unknown.flatMap((code) => { const said = answerTo(code, ''); return said === undefined ? [] : [asStatus(said, null)] })]
}
