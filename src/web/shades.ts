import { shades } from '../charts/index.ts'

/** The charts' tints as classes, since pages carry no inline styles. */
export const shadeRules = (): string => Object.entries(shades).map(([name, { tint, ink, line }]) => `.tl-shade-${name}{background:${tint};color:${ink};border-color:${line}}`).join('\n')
