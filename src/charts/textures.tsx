import type { Mark } from './palette.ts'

/** Textures tell statuses apart on a grey print: slanted, crossed, upright, level and dotted lines; complete and on track are plain, one dark, one light. */
const drawings = {
  slant: 'M-1 7 L7 -1 M-1 13 L13 -1',
  cross: 'M0 0 L6 6 M6 0 L0 6',
  upright: 'M3 0 V6',
  level: 'M0 3 H6',
} as const
export type Texture = keyof typeof drawings

const textures: Readonly<Record<Mark, Texture | null>> = { complete: null, 'on track': null, 'at risk': 'slant', 'off track': 'cross', 'not due': null, paused: 'upright', discontinued: 'level' }
export const texture = (mark: Mark | null): Texture | null => (mark === null ? null : textures[mark])

/** Pattern definitions under ids `{id}-slant` and so on. */
export const Textures = ({ id }: { id: string }) => (
  <>{Object.entries(drawings).map(([name, d]) => (
    <pattern id={`${id}-${name}`} width={6} height={6} patternUnits="userSpaceOnUse"><path d={d} stroke="#17201c" stroke-opacity={0.34} stroke-width={0.9} fill="none" /></pattern>
  ))}</>
)
