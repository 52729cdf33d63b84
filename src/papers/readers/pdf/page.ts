/** A page as drawn, in points from its top left corner as it is read (a turned page is turned back). */
export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
/** Words drawn together. `y` is the baseline; `y0` and `y1` the height of its letters. `content` is its id in the structure tree. */
export type Run = Box & { readonly text: string; readonly y: number; readonly size: number; readonly bold: boolean; readonly content: string | null; readonly artifact: boolean }
export type Fill = Box & { readonly colour: string }
/** A straight line; `at` is its y where it lies, its x where it stands. */
export type Rule = { readonly way: 'lies' | 'stands'; readonly at: number; readonly from: number; readonly to: number }
export type Drawing = { readonly rules: readonly Rule[]; readonly fills: readonly Fill[]; readonly dots: readonly Box[] }
export type Structure = { readonly role: string; readonly children: readonly (Structure | string)[] }
export type Page = Drawing & { readonly number: number; readonly width: number; readonly height: number; readonly runs: readonly Run[]; readonly structure: Structure | null }

export const middle = ({ x0, y0, x1, y1 }: Box): readonly [number, number] => [(x0 + x1) / 2, (y0 + y1) / 2]
export const holds = (box: Box, x: number, y: number): boolean => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1
export const around = (boxes: readonly Box[]): Box => boxes.reduce((all, b) => ({ x0: Math.min(all.x0, b.x0), y0: Math.min(all.y0, b.y0), x1: Math.max(all.x1, b.x1), y1: Math.max(all.y1, b.y1) }), { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity })
/** The part of `of` that `by` lies over, 0 to 1. */
export const overlap = (of: Box, by: Box): number => {
  const width = Math.min(of.x1, by.x1) - Math.max(of.x0, by.x0), height = Math.min(of.y1, by.y1) - Math.max(of.y0, by.y0)
  const area = (of.x1 - of.x0) * (of.y1 - of.y0)
  return width <= 0 || height <= 0 || area <= 0 ? 0 : (width * height) / area
}
