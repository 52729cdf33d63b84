import { type Matrix, put, times } from './matrix.ts'
import type { Box, Drawing, Fill, Rule } from './page.ts'

type Ops = Readonly<Record<string, number>>
export type OperatorList = { readonly fnArray: ArrayLike<number>; readonly argsArray: ArrayLike<unknown> }
type Point = readonly [number, number]
type Path = { readonly points: Point[]; curved: boolean; closed: boolean }
type Ink = { matrix: Matrix; fill: string | null; clear: boolean; width: number }

/** Thinner than this, in points, a filled box is a line that somebody drew. */
const hair = 3

/** The parts of a path, each a run of points. Codes as pdf.js packs them: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close. */
const pathsOf = (packed: ArrayLike<number>, matrix: Matrix): readonly Path[] => {
  const paths: Path[] = []
  const add = (i: number): void => { paths.at(-1)?.points.push(put(matrix, packed[i] ?? 0, packed[i + 1] ?? 0)) }
  for (let i = 0; i < packed.length;) {
    const code = packed[i]
    const path = paths.at(-1)
    if (code === 0) { paths.push({ points: [], curved: false, closed: false }); add(i + 1); i += 3 }
    else if (code === 1) { add(i + 1); i += 3 }
    else if (code === 2) { add(i + 5); if (path !== undefined) path.curved = true; i += 7 }
    else if (code === 3) { add(i + 3); if (path !== undefined) path.curved = true; i += 5 }
    else { if (path !== undefined) path.closed = true; i += 1 }
  }
  return paths
}

const boxOf = (points: readonly Point[]): Box => {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity
  for (const [x, y] of points) { x0 = Math.min(x0, x); x1 = Math.max(x1, x); y0 = Math.min(y0, y); y1 = Math.max(y1, y) }
  return { x0, y0, x1, y1 }
}

const ruleOf = ({ x0, y0, x1, y1 }: Box): Rule | null => {
  if (y1 - y0 <= hair && x1 - x0 > hair) return { way: 'lies', at: (y0 + y1) / 2, from: x0, to: x1 }
  if (x1 - x0 <= hair && y1 - y0 > hair) return { way: 'stands', at: (x0 + x1) / 2, from: y0, to: y1 }
  return null
}

const colourOf = (args: unknown): string | null => {
  const [first] = args as readonly unknown[]
  if (typeof first === 'string') return first
  const [r, g, b] = args as readonly number[]
  return [r, g, b].every((n) => typeof n === 'number') ? `#${[r, g, b].map((n) => Math.round(n ?? 0).toString(16).padStart(2, '0')).join('')}` : null
}

/** The rules, filled boxes and bullet dots of a page, in the order they were painted, in the page's reading coordinates. */
export const drawingOf = (list: OperatorList, ops: Ops, start: Matrix): Drawing => {
  const rules: Rule[] = [], fills: Fill[] = [], dots: Box[] = []
  const strokes = new Set([ops['stroke'], ops['closeStroke'], ops['fillStroke'], ops['eoFillStroke'], ops['closeFillStroke'], ops['closeEOFillStroke']])
  const filling = new Set([ops['fill'], ops['eoFill'], ops['fillStroke'], ops['eoFillStroke'], ops['closeFillStroke'], ops['closeEOFillStroke']])
  let ink: Ink = { matrix: start, fill: '#000000', clear: false, width: 1 }
  const kept: Ink[] = []

  const fillPath = (path: Path): void => {
    const box = boxOf(path.points), rule = ruleOf(box), wide = box.x1 - box.x0, high = box.y1 - box.y0
    if (ink.clear) return
    if (path.curved && wide <= 8 && high <= 8) { if (wide > 1 && Math.abs(wide - high) < 1.5) dots.push(box); return }
    if (rule !== null) rules.push(rule)
    else if (wide > hair && high > hair && ink.fill !== null) fills.push({ ...box, colour: ink.fill })
    else if (wide > 1.5 && high > 1.5) dots.push(box)
  }
  const strokePath = (path: Path): void => {
    const points = path.closed && path.points[0] !== undefined ? [...path.points, path.points[0]] : path.points
    if (path.curved) return
    for (let i = 1; i < points.length; i += 1) { const rule = ruleOf(boxOf([points[i - 1] as Point, points[i] as Point])); if (rule !== null) rules.push(rule) }
  }
  const construct = ([paint, data]: readonly unknown[]): void => {
    const packed = (data as readonly unknown[] | undefined)?.[0] as ArrayLike<number> | null | undefined
    if (packed === null || packed === undefined || typeof paint !== 'number' || !(strokes.has(paint) || filling.has(paint))) return
    for (const path of pathsOf(packed, ink.matrix)) {
      if (filling.has(paint)) fillPath(path)
      if (strokes.has(paint)) strokePath(path)
    }
  }
  const state = (settings: readonly (readonly [string, unknown])[]): void => { for (const [key, value] of settings) if (key === 'ca') ink.clear = value === 0 }
  const acts = new Map<number | undefined, (args: readonly unknown[]) => void>([
    [ops['save'], () => { kept.push({ ...ink }) }],
    [ops['restore'], () => { ink = kept.pop() ?? ink }],
    [ops['transform'], (args) => { ink.matrix = times(ink.matrix, args as readonly number[]) }],
    [ops['paintFormXObjectBegin'], ([matrix]) => { kept.push({ ...ink }); if (matrix !== null && matrix !== undefined) ink.matrix = times(ink.matrix, matrix as ArrayLike<number>) }],
    [ops['paintFormXObjectEnd'], () => { ink = kept.pop() ?? ink }],
    [ops['setFillRGBColor'], (args) => { ink.fill = colourOf(args) }],
    [ops['setFillColorN'], () => { ink.fill = null }],
    [ops['setGState'], ([settings]) => { state(settings as readonly (readonly [string, unknown])[]) }],
    [ops['constructPath'], construct],
  ])
  for (let i = 0; i < list.fnArray.length; i += 1) acts.get(list.fnArray[i])?.((list.argsArray[i] ?? []) as readonly unknown[])
  return { rules, fills, dots }
}
