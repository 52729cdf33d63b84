import { plainWords } from '../kit/words.ts'
import type { ItemRevision } from './stored.ts'
import { lineTo, type Tree } from './tree.ts'
import type { Step } from './types.ts'

/** A row that needs a place in a plan's tree. `item` is set where the row is known to be about an item that stands. */
export type TreeRow = { readonly row: number; readonly path: readonly Step[]; readonly item: number | null }
/** An item to be made. `row` is the row that is about it itself, null for a heading of others. */
export type Grown = { readonly item: number; readonly parent: number | null; readonly level: number; readonly position: number; readonly wording: string; readonly row: number | null }

/** A blank lowest level stands where a row's own words were lost: the row is kept, its words are not guessed. */
export const withLowest = (path: readonly Step[], levels: readonly string[], lost: boolean): readonly Step[] =>
  lost && path.at(-1)?.level !== levels.at(-1) ? [...path, { level: levels.at(-1)!, text: '' }] : path

const spot = (parent: number | null, level: number, words: string): string => `${parent ?? 'top'}/${level}/${plainWords(words)}`

/**
 * Gives every row a place: the item it is about, or a new one under the same headings. Headings with the same words under the same
 * heading are one; each row is an item of its own, also where two say the same. New numbers follow `used`.
 */
export const grow = (tree: Tree, levels: readonly string[], rows: readonly TreeRow[], used: number): { readonly grown: readonly Grown[]; readonly itemOf: ReadonlyMap<number, number> } => {
  const headings = new Map(tree.items.map((r) => [spot(r.parent, r.level, r.wording), r.item]))
  const known = headingsByOwnRows(tree, rows)
  const places = new Map<number | null, number>()
  for (const r of tree.items) places.set(r.parent, Math.max(places.get(r.parent) ?? 0, r.position + 1))
  const grown: Grown[] = []
  const own = new Set(tree.items.filter((r) => r.rowNumber !== null).map((r) => r.item))
  const add = (parent: number | null, step: Step, row: number | null): number => {
    const [item, position] = [used + grown.length + 1, places.get(parent) ?? 0]
    const level = Math.max(0, levels.indexOf(step.level))
    places.set(parent, position + 1)
    grown.push({ item, parent, level, position, wording: step.text, row })
    return item
  }
  const heading = (parent: number | null, step: Step, key: string): number => {
    const at = spot(parent, Math.max(0, levels.indexOf(step.level)), step.text)
    const item = known.get(key) ?? headings.get(at) ?? add(parent, step, null)
    headings.set(at, item)
    return item
  }
  const place = (path: readonly Step[], row: number): number => {
    let parent: number | null = null
    for (const [i, step] of path.slice(0, -1).entries()) parent = heading(parent, step, keyOf(path.slice(0, i + 1)))
    const last = path.at(-1)!
    const standing = headings.get(spot(parent, Math.max(0, levels.indexOf(last.level)), last.text))
    if (last.level === levels.at(-1) || standing === undefined || own.has(standing)) {
      const item = add(parent, last, row)
      if (standing === undefined) headings.set(spot(parent, Math.max(0, levels.indexOf(last.level)), last.text), item)
      own.add(item)
      return item
    }
    own.add(standing)
    const made = grown.findIndex((g) => g.item === standing)
    if (made >= 0) grown[made] = { ...grown[made]!, row }
    return standing
  }
  const itemOf = new Map<number, number>()
  for (const { row, path, item } of rows) if (item !== null || path.length > 0) itemOf.set(row, item ?? place(path, row))
  return { grown, itemOf }
}

const keyOf = (path: readonly Step[]): string => path.map((s) => `${s.level}=${plainWords(s.text)}`).join(' > ')

/** Headings that an update words otherwise are still the plan's where rows under them are known: their items' parents say which. The commonest wins. */
const headingsByOwnRows = (tree: Tree, rows: readonly TreeRow[]): ReadonlyMap<string, number> => {
  const votes = new Map<string, Map<number, number>>()
  for (const { path, item } of rows) {
    const line: readonly ItemRevision[] = item === null ? [] : lineTo(tree, item)
    if (line.length !== path.length) continue
    for (let i = 0; i + 1 < path.length; i += 1) {
      const key = keyOf(path.slice(0, i + 1))
      const counts = votes.get(key) ?? new Map<number, number>()
      votes.set(key, counts.set(line[i]!.item, (counts.get(line[i]!.item) ?? 0) + 1))
    }
  }
  return new Map([...votes].map(([key, counts]) => [key, [...counts].sort((a, b) => b[1] - a[1])[0]![0]]))
}
