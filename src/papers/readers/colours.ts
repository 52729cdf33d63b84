type Hsl = { readonly hue: number; readonly saturation: number; readonly lightness: number }

const hslOf = (hex: string): Hsl => {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255) as [number, number, number]
  const most = Math.max(r, g, b), least = Math.min(r, g, b), spread = most - least, lightness = (most + least) / 2
  const turn = spread === 0 ? 0 : most === r ? ((g - b) / spread + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return { hue: turn * 60, saturation: spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1)), lightness }
}

/** From hue to hue; the gaps between them are doubtful and have no name. */
const hues: readonly (readonly [number, number, string])[] = [
  [0, 12, 'Red'], [24, 52, 'Amber'], [54, 67, 'Yellow'], [74, 160, 'Green'], [166, 188, 'Teal'], [194, 248, 'Blue'], [258, 312, 'Purple'], [318, 340, 'Pink'], [346, 361, 'Red'],
]

const greyName = (lightness: number): string | null => {
  if (lightness > 0.97) return 'White'
  if (lightness < 0.12) return 'Black'
  return lightness <= 0.87 ? 'Grey' : null
}

/** The plain name of a fill (`#ffc000` is Amber); null for a tint too pale, too dark or too much between two colours to say. */
export const colourName = (hex: string): string | null => {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return null
  const { hue, saturation, lightness } = hslOf(hex)
  if (saturation < 0.12 || lightness > 0.97 || lightness < 0.06) return greyName(lightness)
  if (lightness > 0.8 || lightness < 0.15 || saturation < 0.2) return null
  const name = hues.find(([from, to]) => hue >= from && hue <= to)?.[2] ?? null
  if (name === 'Amber' && lightness < 0.35) return null // brown
  return name === 'Teal' && lightness > 0.48 ? null : name
}
