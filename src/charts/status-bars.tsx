import { scaleLinear } from 'd3-scale'
import { brand, shadeOf, shapeOf, type Mark } from './palette.ts'
import { inRows, placed } from './labels.ts'
import { texture, Textures } from './textures.tsx'
import { markup } from './markup.ts'
import { fitted, textWidth } from './words.ts'

/** One status of a bar. `mark` null: rows without a status. */
export type Part = { readonly word: string; readonly colour: string | null; readonly mark: Mark | null; readonly count: number }
export type Bar = { readonly label: string; readonly parts: readonly Part[] }
export type BarsChart = { readonly title: string; readonly description: string; readonly bars: readonly Bar[]; readonly width?: number
  /** Names the textures where a page holds several charts. */
  readonly id?: string }

const size = 13
const bar = 30
const gap = 10
type Segment = Part & { readonly x: number; readonly width: number; readonly words: string }

const segmentsOf = (parts: readonly Part[], from: number, perRow: (n: number) => number): Segment[] => {
  let before = 0
  return parts.filter((p) => p.count > 0).map((p) => {
    const x = from + perRow(before)
    before += p.count
    return { ...p, x, width: perRow(p.count), words: `${p.word} ${p.count}` }
  })
}
const holdsItsWords = (s: Segment): boolean => textWidth(s.words, size) + 30 <= s.width

/** A shape of the status, drawn where its letter would stand. */
const Shape = ({ part, x, y }: { part: Part; x: number; y: number }) => (
  <path d={shapeOf(part.mark)} transform={`translate(${round(x)} ${round(y)})`} fill={shadeOf(part.colour, part.mark).line} fill-rule="evenodd" />
)
const round = (n: number): number => Math.round(n * 10) / 10

const Inside = ({ s, y }: { s: Segment; y: number }) => {
  const shade = shadeOf(s.colour, s.mark)
  return (
    <g>
      <rect x={round(s.x + 4)} y={y + 5} width={round(textWidth(s.words, size) + 24)} height={bar - 10} rx={2} fill={shade.tint} />
      <Shape part={s} x={s.x + 9} y={y + 10} />
      <text x={round(s.x + 23)} y={y + 19.5} font-size={size} font-weight={600} fill={shade.ink}>{s.words}</text>
    </g>
  )
}

/** The shape alone, in a part with no room for words. */
const Badge = ({ s, y }: { s: Segment; y: number }) => (
  <g>
    <rect x={round(s.x + s.width / 2 - 7)} y={y + 8} width={14} height={14} rx={2} fill={shadeOf(s.colour, s.mark).tint} />
    <Shape part={s} x={s.x + s.width / 2 - 5} y={y + 10} />
  </g>
)

/** Words of the parts too narrow to hold them, each under its part where there is room, in the same order, led by the same shape. */
const Below = ({ segments, y, from, to }: { segments: readonly Segment[]; y: number; from: number; to: number }) => {
  const rows = inRows(segments.map((s) => ({ s, ...wishOf(s) })), to - from, 14)
  return <>{rows.map((row, r) => {
    const lefts = placed(row, from, to, 14)
    return row.map(({ s }, i) => (
      <g>
        <Shape part={s} x={lefts[i]!} y={y + 8 + r * 18} />
        <text x={round(lefts[i]! + 14)} y={y + 17.5 + r * 18} font-size={size} fill={brand.ink}>{s.words}</text>
      </g>
    ))
  })}</>
}
const wishOf = (s: Segment): { left: number; width: number } => ({ left: s.x, width: textWidth(s.words, size) + 15 })
const rowsBelow = (segments: readonly Segment[], width: number): number => {
  const below = segments.filter((s) => !holdsItsWords(s)).map(wishOf)
  return below.length === 0 ? 0 : inRows(below, width, 14).length
}

const total = (b: Bar): number => b.parts.reduce((n, p) => n + p.count, 0)
const labelWidth = (bars: readonly Bar[]): number => (bars.length === 1 ? 0 : Math.min(190, 14 + Math.max(...bars.map((b) => textWidth(`${b.label} `, size + 1)))))

/** Height and markup of stacked bars, one a theme, as long as the theme has rows. Each part says its word and count beside it; shape and texture say its status without colour. */
export const statusBars = ({ title, description, bars, width = 680, ...chart }: BarsChart): { svg: string; width: number; height: number } => {
  const from = labelWidth(bars)
  const longest = Math.max(1, ...bars.map(total))
  const scale = scaleLinear([0, longest], [0, width - from - 2])
  let y = 2
  const drawn = bars.map((b) => {
    const segments = segmentsOf(b.parts, from, scale)
    const top = y
    const below = rowsBelow(segments, width - from)
    y += bar + (below === 0 ? 0 : 4 + below * 18) + gap
    return { b, segments, top }
  })
  const height = y - gap + 2
  const id = chart.id ?? `bars-${bars.length}-${longest}`
  const svg = (
    <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox={`0 0 ${width} ${height}`} width={width} height={height} font-family="Source Sans 3, Source Sans Pro, sans-serif">
      <title>{title}</title>
      <desc>{description}</desc>
      <defs><Textures id={id} /></defs>
      {drawn.map(({ b, segments, top }) => (
        <g>
          {bars.length > 1 && <text x={0} y={top + 19.5} font-size={size + 1} font-weight={600} fill={brand.ink}>{fitted(b.label, size + 1, from - 10)}</text>}
          {segments.map((s) => (
            <g>
              <rect x={round(s.x)} y={top} width={round(s.width)} height={bar} fill={shadeOf(s.colour, s.mark).tint} />
              {texture(s.mark) !== null && <rect x={round(s.x)} y={top} width={round(s.width)} height={bar} fill={`url(#${id}-${texture(s.mark)})`} />}
              <rect x={round(s.x + 0.4)} y={top + 0.4} width={round(Math.max(0.6, s.width - 0.8))} height={bar - 0.8} fill="none" stroke={shadeOf(s.colour, s.mark).line} stroke-width={0.8} {...(s.mark === null ? { 'stroke-dasharray': '3 2' } : {})} />
              {holdsItsWords(s) ? <Inside s={s} y={top} /> : s.width >= 16 && <Badge s={s} y={top} />}
            </g>
          ))}
          <Below segments={segments.filter((s) => !holdsItsWords(s))} y={top + bar} from={from} to={width} />
        </g>
      ))}
    </svg>
  )
  return { svg: markup(svg), width, height }
}
