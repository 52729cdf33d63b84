import { plainWords } from '../../../../kit/words.ts'
import type { PaperCell } from '../../../types.ts'
import type { Check, CheckedPaper } from '../../check.ts'
import { brief, defineCheck, type Fault } from '../../define.ts'
import { bandsOf, type Band } from './bands.ts'
import { grids, type Grid } from './grid.ts'

type Row = readonly PaperCell[]
const product = /(\d{1,2})\s?[x×*]\s?(\d{1,2})(?:\s?=\s?(\d{1,3}))?/i
/** The score of a cell: "16", "4 x 4 = 16", "16 (High)"; what is multiplied counts, not what somebody made of it. */
const scoreOf = (text: string): number | null => {
  if (text.length > 30 || !/\d/.test(text)) return null
  const m = product.exec(text)
  if (m) return Number(m[1]) * Number(m[2])
  const numbers = text.match(/\d+(?:\.\d+)?/g) ?? []
  return numbers.length === 1 && !/[%£/]/.test(text) && Number(numbers[0]) <= 100 ? Number(numbers[0]) : null
}
const scoreHead = /\b(?:scores?|rating|risk level|inherent|gross|raw|initial|current|residual|net|mitigated|target|q[1-4])\b/i
const isRegister = (grid: Grid): boolean => grid.heads.some((h) => /(?<!\bat )\brisks?\b|\b(?:inherent|residual|likelihood)\b|^impact$/i.test(h))
const known = new WeakMap<Grid, readonly number[]>()
const scoreColumns = (grid: Grid): readonly number[] => {
  const columns = known.get(grid) ?? scoresAmong(grid)
  known.set(grid, columns)
  return columns
}
const scoresAmong = (grid: Grid): number[] => grid.heads.flatMap((head, i) => {
  const filled = scoreHead.test(head) ? grid.rows.filter((r) => r[i]!.text !== '') : []
  return filled.length >= 3 && filled.filter((r) => scoreOf(r[i]!.text) !== null).length * 10 >= filled.length * 7 ? [i] : []
})
/** A column of levels that gives the score beside each: "16 (High)". */
const inWords = /^\d{1,2}(?:\s?[x×*]\s?\d{1,2}\s?=\s?\d{1,3})?\s?\(?\p{L}{3}[\p{L} ]{0,20}\)?$/u
const scoredInWords = (grid: Grid, i: number): boolean => grid.rows.filter((r) => r[i]!.text.length <= 40 && inWords.test(r[i]!.text)).length >= 3
const named = (row: Row): string => brief(row.map((c) => c.text).find((t) => t.length > 12) ?? row[0]!.text, 70)

type Levelled = { readonly row: Row; readonly at: number; readonly score: number; readonly level: string }
const bandFor = (bands: readonly Band[], score: number): Band | undefined => bands.find((b) => score >= b.from && score <= b.to)
const isRight = (bands: readonly Band[], l: Levelled): boolean => plainWords(bandFor(bands, l.score)?.name ?? '') === plainWords(l.level)

/** Each column that prints levels with the scores that most of its rows follow from: of a column beside it, or of its own cells. */
const levelled = (grid: Grid, bands: readonly Band[]): Levelled[][] => {
  const names = new Map(bands.map((b) => [plainWords(b.name), b.name]))
  const levelIn = (text: string): string | null => { const words = plainWords(text.replace(/[^\p{L} ]/gu, ' ').replace(/\bx\b/gi, ' ')); return text.length > 40 ? null : names.get(words) ?? null }
  const scores = scoreColumns(grid)
  return grid.heads.flatMap((_, at): Levelled[][] => {
    const rows = grid.rows.flatMap((row) => { const level = levelIn(row[at]!.text); return level === null ? [] : [{ row, level }] })
    if (rows.length < 3 || rows.length * 2 < grid.rows.length) return []
    const readings = [...scores.filter((i) => i !== at), at].map((i) => rows.flatMap(({ row, level }): Levelled[] => { const score = scoreOf(row[i]!.text); return score === null ? [] : [{ row, at, score, level }] }))
    const best = readings.toSorted((a, b) => b.filter((l) => isRight(bands, l)).length - a.filter((l) => isRight(bands, l)).length)[0]!
    return best.length >= 3 && best.filter((l) => isRight(bands, l)).length * 3 >= best.length * 2 ? [best] : []
  })
}

const register = (...rows: readonly string[]): string => `Score\tLevel\n1 to 4\tLow\n5 to 9\tMedium\n10 to 25\tHigh\n\nThe register follows.\n\nRisk\tInherent score\tCurrent score\tLevel\tTarget score\nFlood in the town\t16\t12\tHigh\t8\nFraud by a supplier\t12\t6\tMedium\t4\nFire in a school\t10\t4\tLow\t4\n${rows.join('\n')}\n`

export const riskLevel: Check = defineCheck({
  code: 'status.risk-level', title: 'A level that its score does not have', level: 'error',
  about: 'The paper says which scores are which level of risk ("10 to 15 High"), and a risk is put in another level than its score belongs to. Correct the level or the score: a wrong level goes to the wrong people.',
  right: [register('Loss of staff\t15\t9\tMedium\t6')],
  wrong: [register('Loss of staff\t15\t12\tMedium\t6'), register('Loss of staff\t15\t12\tMedium\t6').replace('Score\tLevel\n1 to 4\tLow\n5 to 9\tMedium\n10 to 25\tHigh', 'Risks (High 10 or more, Medium 5 to 9, Low under 5)')],
  find: (paper: CheckedPaper) => {
    const registers = grids(paper).filter((g) => isRegister(g) && (scoreColumns(g).length > 0 || g.heads.some((_, i) => scoredInWords(g, i))))
    const bands = registers.length === 0 ? [] : bandsOf(paper)
    return bands.length === 0 ? [] : registers.flatMap((grid) => levelled(grid, bands).flatMap((rows) => rows.filter((l) => !isRight(bands, l) && bandFor(bands, l.score)).map((l): Fault => ({
      at: l.row[l.at]!.source, found: l.level, expected: bandFor(bands, l.score)!.name, also: [bandFor(bands, l.score)!.source],
      message: `"${named(l.row)}" scores ${l.score}, which is ${bandFor(bands, l.score)!.name} by the paper's own levels, not ${l.level}. Correct the level or the score.`,
    }))))
  },
})

const stages = [/\b(?:inherent|gross|raw|initial|uncontrolled|before)\b/i, /\b(?:current|residual|net|mitigated|controlled|after|now)\b/i, /\btarget\b/i]
const plainScore = /^(?:overall |total |risk )?(?:score|rating)$/i
const stageNames = ['before controls', 'now', 'the target']
export const riskOrder: Check = defineCheck({
  code: 'status.risk-order', title: 'A target score above the score of now', level: 'warning',
  about: 'A risk\'s score with its controls is higher than without them, or its target higher than its score of now: controls and actions make a risk smaller. Correct the score.',
  right: [register('Loss of staff\t15\t9\tMedium\t6')],
  wrong: [register('Loss of staff\t15\t9\tMedium\t12'), register('Loss of staff\t6\t9\tMedium\t4')],
  find: (paper: CheckedPaper) => grids(paper).filter(isRegister).flatMap((grid) => {
    const scores = scoreColumns(grid)
    const columns = stages.map((stage) => scores.find((i) => stage.test(grid.heads[i]!)) ?? null)
    columns[1] ??= scores.find((i) => plainScore.test(grid.heads[i]!)) ?? null
    return [[0, 1], [1, 2]].flatMap(([a, b]): Fault[] => {
      const [first, then] = [columns[a!], columns[b!]]
      if (first == null || then == null) return []
      const pairs = grid.rows.flatMap((row) => { const [x, y] = [scoreOf(row[first]!.text), scoreOf(row[then]!.text)]; return x === null || y === null ? [] : [{ row, x, y }] })
      const wrong = pairs.filter(({ x, y }) => y > x)
      return pairs.length < 3 || wrong.length * 3 > pairs.length ? [] : wrong.map(({ row, x, y }): Fault => ({
        at: row[then]!.source, found: String(y), message: `"${named(row)}" scores ${y} for ${stageNames[b!]}, more than ${x} ${a === 0 ? stageNames[0] : `for ${stageNames[1]}`}. Correct one.`,
      }))
    })
  }),
})
