import { Resvg } from '@resvg/resvg-js'
import { faces } from './files.ts'

/** A chart as a PNG `width` pixels wide on white, in the report's own typeface. */
export const toPng = (svg: string, width: number): Buffer =>
  new Resvg(svg, { background: '#ffffff', fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false, fontFiles: [faces.regular, faces.semibold], defaultFontFamily: 'Source Sans 3' } }).render().asPng()
