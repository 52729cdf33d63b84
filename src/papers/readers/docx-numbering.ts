import { at, below, elements, type XmlElement } from './xml.ts'

/** What Word prints before the paragraphs of numbered lists: labels are counted, so ask once for each paragraph, in order. Null for bullets and for no list. */
export type Numbering = { readonly has: (list: string) => boolean; readonly label: (list: string, level: number) => string | null }

type Level = { readonly start: number; readonly format: string; readonly pattern: string }
type List = { readonly kind: string; readonly starts: ReadonlyMap<number, number> }

const value = (of: XmlElement | undefined): string | null => of?.attributes['w:val'] ?? null
const numberOf = (of: XmlElement | undefined, otherwise: number): number => { const n = Number(value(of) ?? otherwise); return Number.isSafeInteger(n) && n >= 0 && n < 1_000_000 ? n : otherwise }

const romanSteps = [['m', 1000], ['cm', 900], ['d', 500], ['cd', 400], ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1]] as const
const roman = (n: number): string => { const step = romanSteps.find(([, worth]) => worth <= n); return step === undefined || n > 5000 ? '' : step[0] + roman(n - step[1]) }
/** Word goes on after z with aa, bb, cc. */
const letters = (n: number): string => (n < 1 || n > 780 ? '' : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26)))

const printed = (n: number, format: string): string => {
  if (format === 'lowerLetter') return letters(n)
  if (format === 'upperLetter') return letters(n).toUpperCase()
  if (format === 'lowerRoman') return roman(n)
  if (format === 'upperRoman') return roman(n).toUpperCase()
  return format === 'decimalZero' && n < 10 ? `0${n}` : String(n)
}

const levelsOf = (kind: XmlElement): ReadonlyMap<number, Level> => new Map(elements(kind).filter((e) => e.name === 'w:lvl').map((l) =>
  [Number(l.attributes['w:ilvl'] ?? 0), { start: numberOf(at(l, 'w:start'), 1), format: value(at(l, 'w:numFmt')) ?? 'decimal', pattern: value(at(l, 'w:lvlText')) ?? '' }]))

const listOf = (list: XmlElement): List => ({
  kind: value(at(list, 'w:abstractNumId')) ?? '',
  starts: new Map(elements(list).filter((e) => e.name === 'w:lvlOverride' && at(e, 'w:startOverride') !== undefined).map((e) => [Number(e.attributes['w:ilvl'] ?? 0), numberOf(at(e, 'w:startOverride'), 1)])),
})

/** The numbered lists of `word/numbering.xml`, which a document without any lacks. Lists of one kind count on, unless one starts anew. */
export const numberingOf = (root: XmlElement | null): Numbering => {
  const kinds = new Map((root === null ? [] : below(root, 'w:abstractNum')).map((k) => [k.attributes['w:abstractNumId'] ?? '', levelsOf(k)]))
  const lists = new Map((root === null ? [] : below(root, 'w:num')).map((n) => [n.attributes['w:numId'] ?? '', listOf(n)]))
  const counts = new Map<string, Map<number, number>>(), begun = new Set<string>()
  return {
    has: (list) => lists.has(list),
    label: (id, depth) => {
      const list = lists.get(id), levels = kinds.get(list?.kind ?? ''), level = levels?.get(depth)
      if (list === undefined || levels === undefined || level === undefined) return null
      const count = counts.get(list.kind) ?? new Map<number, number>()
      counts.set(list.kind, count)
      if (!begun.has(id)) { begun.add(id); for (const deep of list.starts.keys()) count.delete(deep) }
      const startOf = (deep: number): number => list.starts.get(deep) ?? levels.get(deep)?.start ?? 1
      for (let deep = 0; deep <= depth; deep += 1) if (!count.has(deep)) count.set(deep, startOf(deep) - (deep === depth ? 1 : 0))
      count.set(depth, (count.get(depth) ?? 0) + 1)
      for (const deep of count.keys()) if (deep > depth) count.delete(deep)
      if (level.format === 'bullet' || level.format === 'none') return null
      return level.pattern.replace(/%([1-9])/g, (_, n: string) => printed(count.get(Number(n) - 1) ?? 1, levels.get(Number(n) - 1)?.format ?? 'decimal'))
    },
  }
}
