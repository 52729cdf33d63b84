import type { Finding } from '../../../kit/finding.ts'
import type { Figure, MoneyRow } from '../../types.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { valueOf } from './lines.ts'

const limitHeading = /\b(?:limit|boundary|maximum|ceiling|cap|budget)\b/i
const actualHeading = /\b(?:actual|forecast|outturn|result|position|current)\b/i
const within = /\b(?:within (?:the )?(?:limit|budget|boundary|range)|under budget|below (?:the )?limit|not exceeded|complied|compliant)\b/i
const beyond = /\b(?:limit exceeded|exceeded|exceeds|over budget|above (?:the )?limit|breach(?:ed)?|outside (?:the )?(?:limit|range))\b/i

const keptHeading = /\b(?:compl(?:ied|iant|iance|ies)|within (?:the )?(?:limits?|budget)|kept|limit met)\b/i
const brokenHeading = /\b(?:breach(?:ed)?|exceeded|over (?:the )?limit)\b/i
/** Whether a row's words say that the limit is kept; null where they say neither. "No" says it under a heading that asks. */
const saysKept = (heading: string, { state, text }: Figure): boolean | null => {
  if (state !== 'words' || text.length >= 60) return null
  if (/^(?:yes|no)$/i.test(text)) return keptHeading.test(heading) ? /yes/i.test(text) : brokenHeading.test(heading) ? /no/i.test(text) : null
  if (!within.test(text) && !beyond.test(text)) return null
  return within.test(text) && !(beyond.test(text) && !/not exceeded/i.test(text))
}

/** The least and most that a limit allows, in ten-thousandths: "0-10%", or a figure as the most. */
const allowed = (figure: Figure | undefined): { least: number; most: number; kind: string } | null => {
  const range = /^(\d+(?:\.\d+)?)\s?%?\s?(?:-|–|to)\s?(\d+(?:\.\d+)?)\s?%$/.exec(figure?.text ?? '')
  if (range) return { least: Math.round(Number(range[1]) * 10_000), most: Math.round(Number(range[2]) * 10_000), kind: '%' }
  const value = valueOf(figure)
  return value === null ? null : { least: -Infinity, most: value.amount, kind: value.kind }
}

const findIn = (table: MoneyTable, row: MoneyRow): Finding[] => {
  const [heading, words] = Object.entries(row.figures).find(([column, f]) => saysKept(column, f) !== null) ?? []
  const limitColumn = table.columns.find((c) => limitHeading.test(c) && !actualHeading.test(c)) ?? table.columns.find((c) => limitHeading.test(c))
  const actualColumn = table.columns.find((c) => c !== limitColumn && actualHeading.test(c) && row.figures[c] !== words)
  if (heading === undefined || words === undefined || limitColumn === undefined || actualColumn === undefined || row.review.length > 0) return []
  const [limit, actual] = [allowed(row.figures[limitColumn]), valueOf(row.figures[actualColumn])]
  if (limit === null || actual === null || (limit.kind !== actual.kind)) return []
  const isWithin = actual.amount >= limit.least && actual.amount <= limit.most
  if (isWithin === saysKept(heading, words)) return []
  return [{ level: 'error', code: 'same.result', source: words.source, found: words.text,
    message: `“${row.label}” is called “${words.text}”, but ${actual.figure.text} (${actualColumn}) ${isWithin ? 'keeps to' : 'is outside'} ${row.figures[limitColumn]!.text} (${limitColumn}).` }]
}

export const resultCheck: Check = {
  code: 'same.result', title: 'A limit that is said to be kept is kept', level: 'error',
  about: 'In tables of limits and results the words ("within limit", "exceeded", "Complied: no") are held to the two figures beside them, ranges included.',
  right: ['Indicator\tLimit £m\tActual £m\tResult\nAuthorised limit\t420.0\t157.0\tWithin limit\nBoundary\t400.0\t157.0\tWithin limit'],
  wrong: ['Indicator\tLimit £m\tActual £m\tResult\nAuthorised limit\t420.0\t457.0\tWithin limit\nBoundary\t400.0\t157.0\tWithin limit', 'Indicator\tLimit £m\tActual £m\tComplied\nAuthorised limit\t420.0\t157.0\tYes\nBoundary\t400.0\t157.0\tNo'],
  find: (paper: CheckedPaper) => paper.recognised.tables.flatMap((t) => (t.kind === 'money' ? t.rows.flatMap((row) => findIn(t, row)) : [])),
}
