export { brand, shadeNameOf, shadeOf, shades, shapeOf, shapes, noShape, type Mark, type Shade } from './palette.ts'
export { statusBars, type Bar, type BarsChart, type Part } from './status-bars.tsx'
export { statusHistory, type Moment } from './history.tsx'
export { markup } from './markup.ts'
