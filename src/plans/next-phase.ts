import { figuresOf, type Label } from './figures.ts'
import { loosePhaseOf, stagesOf, type Stage } from './stages.ts'

/** What tells how far along a promise is, read once for many comparisons. */
export type Progress = { readonly numbered: readonly Label[]; readonly phase: number | null; readonly stages: readonly Stage[] }
export const progressOf = (text: string): Progress => ({ numbered: figuresOf(text).labels.filter((l) => l.number !== null), phase: loosePhaseOf(text), stages: stagesOf(text) })

const numberGoesOn = (a: Progress, b: Progress): boolean => a.numbered.some((x) => b.numbered.some((y) => y.series === x.series && y.number! > x.number!))

/** "finalise the roll out" goes on from "roll out" */
const finishes = ([first]: readonly Stage[], later: readonly Stage[]): boolean => first !== undefined && first.rank < 9 && later[0]?.rank === 9 && later.some((s) => s.verb === first.verb)

/** Whether a later promise takes the same work further: the next numbered part, a later phase, or a later stage of the same thing. */
export const isNextPhase = (a: Progress, b: Progress): boolean => {
  if (numberGoesOn(a, b)) return true
  if (a.phase !== null && b.phase !== null && a.phase !== b.phase) return b.phase > a.phase
  const [was, now] = [a.stages[0]?.rank ?? 0, b.stages[0]?.rank ?? 0]
  return (was > 0 && now - was >= 2) || finishes(a.stages, b.stages)
}
