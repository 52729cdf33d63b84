import type { Finding, Level } from '../../kit/finding.ts'
import type { Source } from '../../kit/source.ts'
import type { Check, CheckedPaper } from './check.ts'
import type { Line } from './pack/lines.ts'

/** A fault as a rule finds it. `fault` names it where the same fault may be printed in several places: it is then told once, with the other places. */
export type Fault = {
  readonly at: Line | Source
  readonly message: string
  readonly expected?: string
  readonly found?: string
  readonly also?: readonly (Line | Source)[]
  readonly level?: Level
  readonly fault?: string
}
type Rule = Omit<Check, 'find'> & { readonly find: (paper: CheckedPaper) => readonly Fault[] }

const placeOf = (at: Line | Source): Source => ('text' in at ? at.source : at)

const joined = (faults: readonly Fault[]): Fault[] => {
  const named = new Map<string, { readonly first: Fault; readonly also: (Line | Source)[] }>()
  const rest: Fault[] = []
  for (const f of faults) {
    const known = f.fault === undefined ? undefined : named.get(f.fault)
    if (known) known.also.push(f.at, ...(f.also ?? []))
    else if (f.fault === undefined) rest.push(f)
    else named.set(f.fault, { first: f, also: [...(f.also ?? [])] })
  }
  return [...[...named.values()].map(({ first, also }): Fault => ({ ...first, also })), ...rest]
}

/** A check out of a rule: its code and level go on every finding, and one fault is told once. */
export const defineCheck = (rule: Rule): Check => ({
  ...rule,
  find: (paper) => joined(rule.find(paper)).map((f): Finding => ({
    level: f.level ?? rule.level, code: rule.code, message: f.message, source: placeOf(f.at),
    ...(f.expected === undefined ? {} : { expected: f.expected }), ...(f.found === undefined ? {} : { found: f.found }),
    ...(f.also?.length ? { also: f.also.map(placeOf) } : {}),
  })),
})

/** The words of a long text that are enough to find it by. */
export const brief = (text: string, letters = 90): string => (text.length <= letters ? text : `${text.slice(0, text.lastIndexOf(' ', letters) > 0 ? text.lastIndexOf(' ', letters) : letters)}...`)
