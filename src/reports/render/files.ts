import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, from wherever this code was built to. */
const checkout = (from: string): string => (existsSync(join(from, 'package.json')) ? from : checkout(dirname(from)))
export const root = checkout(dirname(fileURLToPath(import.meta.url)))

const face = (weight: string): string => join(root, 'node_modules/@expo-google-fonts/source-sans-3', weight, `SourceSans3_${weight}.ttf`)
/** The report's typeface, by file, so that no machine's own fonts change a report. */
export const faces = { regular: face('400Regular'), italic: face('400Regular_Italic'), semibold: face('600SemiBold'), bold: face('700Bold') } as const
/** The same letters for a browser. */
export const webFont = join(root, 'node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2')
/** The layout of the PDF. */
export const template = join(root, 'src/reports/render/report.typ')
/** The program that makes a PDF, as built. */
export const pdfProgram = join(root, 'dist/pdf.child.js')
