import { Resvg } from '@resvg/resvg-js'
import { faces } from './files.ts'

const font = { loadSystemFonts: false, fontFiles: [faces.regular, faces.semibold], defaultFontFamily: 'Source Sans 3' }

/** A chart as a PNG `width` pixels wide on white, in the report's own typeface. */
export const toPng = (svg: string, width: number): Buffer => new Resvg(svg, { background: '#ffffff', fitTo: { mode: 'width', value: width }, font }).render().asPng()

/** A chart with its letters drawn as shapes, so that nobody reads its labels as words of the paper: its alternative text and its table say them. */
export const outlined = (svg: string): string => new Resvg(svg, { font }).toString()
