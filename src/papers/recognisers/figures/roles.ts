import type { MoneyRow } from '../../types.ts'

const subtotal = /\bsub[- ]?totals?\b/i
const total = /^(?:(?:grand|overall|net|gross|combined)\s+)?totals?\b|\btotals?(?:\s*\(.*\))?[:.*]*$/i
const plainTotal = /^(?:(?:grand|overall|net|gross|combined)\s+)?totals?[:.*]*$/i

/** What a row's label says it is. A total of one part ("Total Highways") is a subtotal unless it is the table's last. */
export const roleByLabel = (label: string, hasFigures: boolean, isLastTotal: boolean): MoneyRow['role'] => {
  if (!hasFigures) return 'heading'
  if (subtotal.test(label)) return 'subtotal'
  if (!total.test(label)) return 'line'
  return plainTotal.test(label) || isLastTotal ? 'total' : 'subtotal'
}
export const saysTotal = (label: string): boolean => subtotal.test(label) || total.test(label)
export const saysPlainTotal = (label: string): boolean => plainTotal.test(label)
const whole = /^(?:all|whole|overall|every)\b|^sum of\b|\bin (?:all|total)\b|\bas a whole\b|\b(?:al)?together$|^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) [a-z-]+s$|^(?:net |gross )?cost of (?:the )?(?:services?|schemes?|programme)\b|^(?:receipts|combined)$/i
/** "All services", "Sum of schemes", "Three years": mostly a total, if the arithmetic agrees anywhere. */
export const saysWhole = (label: string): boolean => whole.test(label)
/** A line that says something about the others and is no part of them: an average, the highest, last year's. */
export const saysAbout = (label: string): boolean =>
  /^(?:weighted )?(?:average|avg|mean|median)\b/i.test(label) || /^(?:minimum|maximum|highest|lowest|min|max|typical|benchmark|target|national|england|regional|change|%|per ?cent)[:*]*$/i.test(label)
