/** The colour names that people write in pages about statuses; others by number. */
const named: Readonly<Record<string, string>> = {
  red: '#ff0000', green: '#008000', blue: '#0000ff', amber: '#ffbf00', orange: '#ffa500', gold: '#ffd700', yellow: '#ffff00', purple: '#800080', teal: '#008080',
  grey: '#808080', gray: '#808080', lightgrey: '#d3d3d3', lightgray: '#d3d3d3', silver: '#c0c0c0', white: '#ffffff', black: '#000000', lime: '#00ff00', limegreen: '#32cd32', navy: '#000080',
  darkgreen: '#006400', darkred: '#8b0000', crimson: '#dc143c', royalblue: '#4169e1', darkorange: '#ff8c00', lightgreen: '#90ee90', forestgreen: '#228b22', cyan: '#00ffff',
}

const hex = (n: number): string => Math.max(0, Math.min(255, Math.round(n))).toString(16).padStart(2, '0')

/** `#rrggbb` of a CSS colour; null where there is none, or it is see-through. */
export const cssColour = (written: string): string | null => {
  const text = written.trim().toLowerCase()
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})\b/.exec(text)?.[1]
  if (digits !== undefined) return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`
  const numbers = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?\s*\)/.exec(text)
  if (numbers !== null) return numbers[4] !== undefined && Number.parseFloat(numbers[4]) === 0 ? null : `#${hex(Number(numbers[1]))}${hex(Number(numbers[2]))}${hex(Number(numbers[3]))}`
  return named[text.split(/[\s!]/)[0] ?? ''] ?? null
}

/** Said of an element by a declaration block: its background; undefined where it says nothing of it. */
export const declaredFill = (declarations: string): string | null | undefined => {
  let found: string | null | undefined
  for (const [, written] of declarations.matchAll(/(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)/gi)) found = cssColour(written ?? '')
  return found
}

export type FillRule = { readonly tag: string | null; readonly className: string | null; readonly id: string | null; readonly fill: string | null }

/** The rules of a style sheet that fill an element by tag, class or id. Only the last part of a selector is looked at: `tr td.red` fills any `td.red`. */
export const fillRules = (sheet: string): readonly FillRule[] =>
  [...sheet.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, declarations]) => {
    const fill = declaredFill(declarations ?? '')
    if (fill === undefined) return []
    return (selectors ?? '').split(',').flatMap((selector) => {
      const last = /([a-z0-9]*)(?:\.([\w-]+))?(?:#([\w-]+))?$/i.exec(selector.trim())
      if (last === null || last[0] === '') return []
      return [{ tag: last[1] === '' || last[1] === undefined ? null : last[1].toLowerCase(), className: last[2] ?? null, id: last[3] ?? null, fill }]
    })
  })

/** The fill that the rules give an element: the most exact rule, and of equals the last. */
export const ruledFill = (rules: readonly FillRule[], tag: string, classes: readonly string[], id: string | null): string | null | undefined => {
  let best = -1, fill: string | null | undefined
  for (const rule of rules) {
    if ((rule.tag !== null && rule.tag !== tag) || (rule.className !== null && !classes.includes(rule.className)) || (rule.id !== null && rule.id !== id)) continue
    const exact = (rule.id === null ? 0 : 100) + (rule.className === null ? 0 : 10) + (rule.tag === null ? 0 : 1)
    if (exact >= best) { best = exact; fill = rule.fill }
  }
  return fill
}
