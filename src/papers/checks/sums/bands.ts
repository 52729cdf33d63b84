import type { Source } from '../../../kit/source.ts'
import { defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import type { Line } from '../pack/lines.ts'

/** Council tax of the bands in ninths of band D (Local Government Finance Act 1992, section 5). */
const ninths: Readonly<Record<string, number>> = { A: 6, B: 7, C: 8, D: 9, E: 11, F: 13, G: 15, H: 18 }
type Charge = { readonly band: string; readonly ninths: number; readonly pence: number; readonly text: string; readonly at: Line | Source }

const banded = /^\W*(?:band\s+)?([A-H])\b(?!\w)/i
const pounds = /^£?\s?(\d{1,3}(?:,\d{3})*|\d+)\.(\d\d)$/
const penceOf = (text: string): number | null => { const m = pounds.exec(text); return m === null ? null : Number(m[1]!.replaceAll(',', '') + m[2]!) }
const charge = (band: string, text: string, at: Line | Source): Charge[] => {
  const pence = penceOf(text)
  return pence === null || pence === 0 ? [] : [{ band: band.toUpperCase(), ninths: ninths[band.toUpperCase()]!, pence, text, at }]
}

type Priced = { readonly band: string; readonly charges: readonly Charge[] }
/** "Band C households will pay £99.14", or a row that begins with the band. */
const pricedIn = (line: Line): Priced | null => {
  const m = banded.exec(line.text)
  if (!m || (line.style !== 'row' && !/^\W*band\b/i.test(line.text)) || (line.style === 'row' && line.cells[0]!.length > 30)) return null
  const charges = line.style === 'row' ? line.cells.flatMap((cell, c) => charge(m[1]!, cell, line.sources[c] ?? line)) : [...line.text.matchAll(/£\s?[\d,]+\.\d\d(?!\d)/g)].flatMap((a) => charge(m[1]!, a[0], line))
  return charges.length > 0 ? { band: m[1]!.toUpperCase(), charges } : null
}
/** Bands one under another, as one series for each column of charges. */
const downwards = (lines: readonly Line[]): Charge[][] => {
  const runs: Priced[][] = []
  let open = false
  for (const line of lines) {
    const priced = pricedIn(line)
    const last = runs.at(-1)?.at(-1)
    if (priced && open && last && priced.band > last.band && priced.charges.length === last.charges.length) runs.at(-1)!.push(priced)
    else if (priced) runs.push([priced])
    open = priced !== null
  }
  return runs.filter((run) => run.length >= 5).flatMap((run) => run[0]!.charges.map((_, n) => run.map((p) => p.charges[n]!)))
}
/** A row of charges under a header of bands. */
const across = (lines: readonly Line[]): Charge[][] => {
  let bands: readonly (string | null)[] = []
  return lines.flatMap((line): Charge[][] => {
    if (line.style !== 'row') { bands = []; return [] }
    const named = line.cells.map((cell) => /^(?:band\s+)?([A-H])$/i.exec(cell)?.[1] ?? null)
    if (named.filter(Boolean).length >= 5) { bands = named; return [] }
    return [line.cells.flatMap((cell, c) => (bands[c] ? charge(bands[c], cell, line.sources[c] ?? line) : []))]
  })
}

/** Sums of several authorities' charges are each rounded: a few pence either way. */
const slack = 6
const agree = (a: Charge, b: Charge): boolean => Math.abs(a.pence * b.ninths - b.pence * a.ninths) <= slack * Math.max(a.ninths, b.ninths)
const faultsIn = (series: readonly Charge[]): Fault[] => {
  const [base] = [...series].sort((a, b) => series.filter((o) => agree(o, b)).length - series.filter((o) => agree(o, a)).length || Number(b.band === 'D') - Number(a.band === 'D'))
  const odd = base ? series.filter((o) => !agree(o, base)) : []
  if (!base || odd.length > 2 || series.length - odd.length < 4) return []
  return odd.map((o) => {
    const expected = `£${(Math.round((base.pence * o.ninths) / base.ninths) / 100).toFixed(2)}`
    return { at: o.at, found: o.text, expected, message: `Band ${o.band} should be ${expected}, not ${o.text}: it is ${o.ninths}/${base.ninths} of band ${base.band}, ${base.text}; the other bands say so.` }
  })
}

const list = (c: string): string => `What each household pays:\n\n- Band A £60.00\n- Band B £70.00\n- Band C £${c}\n- Band D £90.00\n- Band E £110.00\n`
const table = (g: string): string => `Council\tA\tB\tC\tD\tE\tF\tG\tH\nBorough\t120.00\t140.00\t160.00\t180.00\t220.00\t260.00\t${g}\t360.00\n`
export const bandsCheck = defineCheck({
  code: 'sum.bands', title: 'The bands of council tax are ninths of band D', level: 'error',
  about: 'Council tax of the bands A to H is 6, 7, 8, 9, 11, 13, 15 and 18 ninths of band D. Where most bands of a list or table keep to that and one or two do not, those are wrong. Correct the charge.',
  right: [list('80.00'), list('80.01'), table('300.00'), 'Homes\tA\tB\tC\tD\tE\nNumber\t12.50\t20.00\t31.25\t18.75\t9.00\n'],
  wrong: [list('88.00'), table('330.00')],
  find: (paper) => { const { lines } = packOf(paper); return [...downwards(lines), ...across(lines)].flatMap(faultsIn) },
})
