import { drawingOf, type OperatorList } from './drawing.ts'
import { operators, type PdfPage } from './engine.ts'
import { type Matrix, times } from './matrix.ts'
import type { Page, Run, Structure } from './page.ts'

type Content = Awaited<ReturnType<PdfPage['getTextContent']>>
type Item = Content['items'][number]
type Words = Extract<Item, { readonly str: string }>
const isWords = (item: Item): item is Words => 'str' in item

/** How many quarter turns bring most of the page's letters upright. */
const turnsOf = (content: Content, matrix: Matrix): number => {
  const letters = [0, 0, 0, 0]
  for (const item of content.items) {
    if (!isWords(item)) continue
    const [a, b] = times(matrix, item.transform as readonly number[])
    const turn = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b > 0 ? 3 : 1
    letters[turn] = (letters[turn] ?? 0) + item.str.trim().length
  }
  return letters.indexOf(Math.max(...letters))
}

/** In a paper whose structure is told, words that it leaves out are furniture. */
const runsOf = (content: Content, matrix: Matrix, tagged: boolean, isBold: (font: string) => boolean): readonly Run[] => {
  const runs: Run[] = [], marked: { readonly id: string | null; readonly artifact: boolean }[] = []
  for (const item of content.items) {
    if (!isWords(item)) {
      const { type, tag, id } = item as { readonly type: string; readonly tag?: string; readonly id?: string }
      if (type.startsWith('begin')) marked.push({ id: id ?? marked.at(-1)?.id ?? null, artifact: tag === 'Artifact' || (marked.at(-1)?.artifact ?? false) })
      else marked.pop()
      continue
    }
    if (item.str.trim() === '') continue
    const m = times(matrix, item.transform as readonly number[]), size = Math.hypot(m[2], m[3]), length = Math.hypot(m[0], m[1]) || 1
    const [right, down] = [m[0] / length, m[1] / length], end: readonly [number, number] = [m[4] + right * item.width, m[5] + down * item.width]
    const lead = item.str.length - item.str.trimStart().length, tail = item.str.length - item.str.trimEnd().length, each = item.width / item.str.length
    const upright = Math.abs(right) > 0.9
    const box = upright
      ? { x0: Math.min(m[4], end[0]) + lead * each * 0.6, x1: Math.max(m[4], end[0]) - tail * each * 0.6, y0: m[5] - size * 0.8, y1: m[5] + size * 0.2 }
      : { x0: m[4] - (down < 0 ? size * 0.8 : size * 0.2), x1: m[4] + (down < 0 ? size * 0.2 : size * 0.8), y0: Math.min(m[5], end[1]), y1: Math.max(m[5], end[1]) }
    runs.push({ ...box, text: item.str.trim(), y: upright ? m[5] : box.y0 + size * 0.8, size, bold: isBold(item.fontName), content: marked.at(-1)?.id ?? null, artifact: (marked.at(-1)?.artifact ?? false) || (tagged && (marked.at(-1)?.id ?? null) === null) })
  }
  return runs
}

type Node = { readonly role?: string; readonly type?: string; readonly id?: string; readonly children?: readonly Node[] }
const structureOf = (node: Node | null): Structure | null =>
  node === null ? null : { role: node.role ?? 'Root', children: (node.children ?? []).flatMap((c): readonly (Structure | string)[] => (c.type === 'content' && c.id !== undefined ? [c.id] : c.role === undefined ? [] : [structureOf(c) as Structure])) }

/** What the library gives of a page: positions, drawing operators and, where the paper is tagged, the structure tree. */
export const libraryCalls = async (page: PdfPage, tagged: boolean): Promise<readonly [Content, OperatorList, Node | null]> => {
  const [content, list, tree] = await Promise.all([page.getTextContent({ includeMarkedContent: true }), page.getOperatorList(), tagged ? page.getStructTree() : null])
  return [content, list, tree]
}

const boldName = /bold|black|heavy|semibold|demi/i

/** A page as drawn, turned so that its letters stand upright. */
export const extractPage = async (page: PdfPage, tagged: boolean): Promise<Page> => {
  const [content, list, tree] = await libraryCalls(page, tagged)
  const upright = page.getViewport({ scale: 1 }), turns = turnsOf(content, upright.transform as unknown as Matrix)
  const viewport = turns === 0 ? upright : page.getViewport({ scale: 1, rotation: (page.rotate + turns * 90) % 360 })
  const matrix = viewport.transform as unknown as Matrix, bold = new Map<string, boolean>()
  const isBold = (font: string): boolean => {
    const known = bold.get(font)
    if (known !== undefined) return known
    const fonts = page.commonObjs, found = fonts.has(font) ? (fonts.get(font) as { readonly name?: string; readonly bold?: boolean; readonly black?: boolean }) : null
    const is = found !== null && (found.bold === true || found.black === true || boldName.test(found.name ?? ''))
    bold.set(font, is)
    return is
  }
  return { number: page.pageNumber, width: viewport.width, height: viewport.height, runs: runsOf(content, matrix, (tree?.children?.length ?? 0) > 0, isBold), structure: structureOf(tree), ...drawingOf(list, await operators(), matrix) }
}
