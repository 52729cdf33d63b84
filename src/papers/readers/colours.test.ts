import { expect, test } from 'vitest'
import { colourName } from './colours.ts'

test.each([
  ['#ff0000', 'Red'], ['#c00000', 'Red'], ['#ffc000', 'Amber'], ['#ffa500', 'Amber'], ['#ffbf00', 'Amber'], ['#ffff00', 'Yellow'], ['#00b050', 'Green'], ['#92d050', 'Green'], ['#70ad47', 'Green'],
  ['#0070c0', 'Blue'], ['#4472c4', 'Blue'], ['#00b0f0', 'Blue'], ['#7030a0', 'Purple'], ['#800080', 'Purple'], ['#008080', 'Teal'], ['#a6a6a6', 'Grey'], ['#d9d9d9', 'Grey'], ['#808080', 'Grey'], ['#ffffff', 'White'], ['#000000', 'Black'],
])('%s is plainly %s', (hex, name) => { expect(colourName(hex)).toBe(name) })

test.each(['#ddebf7', '#fce4d6', '#e2efda', '#f2f2f2', '#cc4400', '#6b4423', '#00ffff', 'red', '#12'])('%s is too doubtful to name', (hex) => { expect(colourName(hex)).toBeNull() })
