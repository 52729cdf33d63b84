/** What a status means to a reader; the same seven words as the vocabulary's kinds. Shapes and textures hang on it, so that none needs its colour. */
export type Mark = 'complete' | 'on track' | 'at risk' | 'off track' | 'not due' | 'paused' | 'discontinued'

/** `tint` lies behind `ink` (at least 7 to 1); `line` is the strong shade for shapes and edges (at least 3 to 1 on white). */
export type Shade = { readonly tint: string; readonly ink: string; readonly line: string }

export const brand = { green: '#0f4c3a', ink: '#17201c', quiet: '#55605a', hairline: '#d3dad6', rule: '#8b968f', wash: '#f3f6f4', paper: '#ffffff' } as const

/** Every shade by its name, for stylesheets. */
export const shades: Readonly<Record<string, Shade>> = {
  blue: { tint: '#bcd8ee', ink: '#0b2c4a', line: '#1d5a92' },
  green: { tint: '#d3ebd3', ink: '#0f3a1e', line: '#2b7a43' },
  amber: { tint: '#fbdf9d', ink: '#4a2f00', line: '#a86800' },
  yellow: { tint: '#f8ee9f', ink: '#423a00', line: '#877400' },
  orange: { tint: '#fbd0a4', ink: '#522600', line: '#b85c00' },
  red: { tint: '#f1b3a8', ink: '#4d0d06', line: '#b3261a' },
  grey: { tint: '#e7eaec', ink: '#2c3439', line: '#66737b' },
  purple: { tint: '#ddcdec', ink: '#351a57', line: '#6b3fa0' },
  pink: { tint: '#f6d0df', ink: '#52102f', line: '#b03a6e' },
  teal: { tint: '#bfe3e0', ink: '#063b38', line: '#15756f' },
  brown: { tint: '#e3d2c3', ink: '#3f2613', line: '#805233' },
  black: { tint: '#c3c7c9', ink: '#111517', line: '#23292c' },
  white: { tint: '#ffffff', ink: '#17201c', line: '#55605a' },
}
const byMark: Readonly<Record<Mark, string>> = { complete: 'blue', 'on track': 'green', 'at risk': 'amber', 'off track': 'red', 'not due': 'grey', paused: 'purple', discontinued: 'black' }
const sameColour: Readonly<Record<string, string>> = { gray: 'grey', violet: 'purple', turquoise: 'teal', gold: 'amber' }

/** The name of a vocabulary colour's shade ("green" for "Green"); a colour without a shade here takes that of its kind. A row without a status is white. */
export const shadeNameOf = (colour: string | null, mark: Mark | null): string => {
  const words = (colour ?? '').toLowerCase().split(/[^a-z]+/).map((w) => sameColour[w] ?? w)
  return words.find((w) => w in shades) ?? (mark === null ? 'white' : byMark[mark])
}
export const shadeOf = (colour: string | null, mark: Mark | null): Shade => shades[shadeNameOf(colour, mark)]!

/** Path of each mark's shape in a square of 10 by 10: tick, disc, triangle, diamond, ring, two bars, cross. Filled with the line colour. */
export const shapes: Readonly<Record<Mark, string>> = {
  complete: 'M0.6 5.2 L2.1 3.7 L4 5.6 L8 1.6 L9.5 3.1 L4 8.6 Z',
  'on track': 'M5 0.8 A4.2 4.2 0 1 1 4.99 0.8 Z',
  'at risk': 'M5 0.6 L9.6 9.2 L0.4 9.2 Z',
  'off track': 'M5 0.2 L9.8 5 L5 9.8 L0.2 5 Z',
  'not due': 'M5 0.8 A4.2 4.2 0 1 1 4.99 0.8 Z M5 2.6 A2.4 2.4 0 1 0 5.01 2.6 Z',
  paused: 'M1.6 1 H4.1 V9 H1.6 Z M5.9 1 H8.4 V9 H5.9 Z',
  discontinued: 'M1 2.4 L2.4 1 L5 3.6 L7.6 1 L9 2.4 L6.4 5 L9 7.6 L7.6 9 L5 6.4 L2.4 9 L1 7.6 L3.6 5 Z',
}
/** A row without a status: an open square. */
export const noShape = 'M1 1 H9 V9 H1 Z M2.4 2.4 V7.6 H7.6 V2.4 Z'

export const shapeOf = (mark: Mark | null): string => (mark === null ? noShape : shapes[mark])
