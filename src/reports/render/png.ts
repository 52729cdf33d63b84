import { Resvg } from '@resvg/resvg-js'
import type { Block } from '../document.ts'
import { faces } from './files.ts'

type Figure = Extract<Block, { kind: 'figure' }>
const font = { loadSystemFonts: false, fontFiles: [faces.regular, faces.semibold], defaultFontFamily: 'Source Sans 3' }
const drawn = new WeakMap<Figure, string>()

/** A chart with its letters drawn as shapes in the report's typeface, so that nobody reads its labels as words of the paper: its alternative text and its table say them. Drawn once for all formats. */
export const outlined = (figure: Figure): string => {
  const known = drawn.get(figure)
  if (known !== undefined) return known
  const svg = new Resvg(figure.svg, { font }).toString()
  drawn.set(figure, svg)
  return svg
}

/** A chart as a PNG on white, for print at about 160 dots an inch. */
export const toPng = (figure: Figure): Buffer =>
  new Resvg(outlined(figure), { background: '#ffffff', fitTo: { mode: 'width', value: Math.round(figure.width * 1.6) }, font: { loadSystemFonts: false } }).render().asPng()
