import { brand, shadeOf, shapeOf, type Mark } from './palette.ts'
import { markup } from './markup.ts'
import { textWidth } from './words.ts'

/** A status at a period; `word` null: not stated, or not in that update. */
export type Moment = { readonly label: string; readonly word: string | null; readonly colour: string | null; readonly mark: Mark | null }

const size = 13

/** An item's statuses from period to period, left to right: shape on its tint with the word below and the period above. */
export const statusHistory = ({ title, moments }: { title: string; moments: readonly Moment[] }): { svg: string; width: number; height: number } => {
  const step = Math.max(96, ...moments.map((m) => Math.max(textWidth(m.label, size), textWidth(m.word ?? 'Not stated', size)) + 18))
  const [width, height] = [Math.max(1, moments.length) * step, 74]
  const middle = (i: number): number => Math.round(i * step + step / 2)
  const svg = (
    <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox={`0 0 ${width} ${height}`} width={width} height={height} font-family="Source Sans 3, Source Sans Pro, sans-serif">
      <title>{title}</title>
      <desc>{moments.map((m) => `${m.label}: ${m.word ?? 'not stated'}`).join('; ')}</desc>
      {moments.length > 1 && <path d={`M${middle(0)} 38 H${middle(moments.length - 1)}`} stroke={brand.rule} stroke-width={1} />}
      {moments.map((m, i) => {
        const shade = shadeOf(m.colour, m.mark)
        return (
          <g>
            <text x={middle(i)} y={14} font-size={size} fill={brand.quiet} text-anchor="middle">{m.label}</text>
            <rect x={middle(i) - 13} y={25} width={26} height={26} rx={3} fill={shade.tint} stroke={shade.line} stroke-width={1} {...(m.mark === null ? { 'stroke-dasharray': '3 2' } : {})} />
            <path d={shapeOf(m.mark)} transform={`translate(${middle(i) - 6} 32) scale(1.2)`} fill={shade.line} fill-rule="evenodd" />
            <text x={middle(i)} y={68} font-size={size} font-weight={600} fill={brand.ink} text-anchor="middle">{m.word ?? 'Not stated'}</text>
          </g>
        )
      })}
    </svg>
  )
  return { svg: markup(svg), width, height }
}
