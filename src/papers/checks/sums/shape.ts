import type { At } from './percent-said.ts'

const signs: Readonly<Record<string, string>> = { amount: '§', count: '§', percentage: '¶' }
/** A sentence with a sign for each figure, "§ homes, up ¶ from §": forms of words are sought in it, whatever the figures are. */
export const shapeOf = (sentence: string, figures: readonly At[]): string => {
  let [shape, from] = ['', 0]
  for (const { found: { kind, text, start } } of figures) {
    shape += `${sentence.slice(from, start)}${text.startsWith('(') ? '(' : ''}${signs[kind] ?? '@'}${text.endsWith(')') ? ')' : ''}`
    from = start + text.length
  }
  return shape + sentence.slice(from)
}

/** The figures of each place where a form of words fits, left to right; dates are none. */
export const figuresIn = (shape: string, figures: readonly At[], form: RegExp): { readonly said: string; readonly index: number; readonly all: readonly At[] }[] =>
  [...shape.matchAll(form)].map((m) => {
    const first = shape.slice(0, m.index).match(/[§¶]/g)?.length ?? 0
    return { said: m[0], index: m.index, all: figures.filter(({ found }) => signs[found.kind] !== undefined).slice(first, first + (m[0].match(/[§¶]/g)?.length ?? 0)) }
  })
