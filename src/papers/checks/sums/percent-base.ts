import { compareQuantities } from '../../../kit/quantity.ts'
import { amountOf } from './amounts.ts'
import { keeps, type Claim } from './percent-claims.ts'
import { claim, type At } from './percent-said.ts'
import { figuresIn, shapeOf } from './shape.ts'

const gap = (most: number): string => String.raw`[^§¶;.()]{0,${most}}?`
/** The beginning of a sentence, past a paragraph's own number. */
const opening = String.raw`^(?:\d+(?:\.\d+)*\.?\s)?`
const closing = String.raw`(?=[.,;:)]|\s\(|$)`
const article = String.raw`(?:the |an? |all |our |its |their |these )?`
const back = '(?:these|those|them|this|that|it|which|whom)'

/** The whole stands in the same sentence: "Of the § budget, § (¶)", "§, ¶ of the §", "§ homes and § (¶) replied". */
const within: readonly (readonly [RegExp, part: number, whole: number, percent: number])[] = [
  [new RegExp(String.raw`(?:${opening}|[,;:.]\s)(?:out )?(?:of|from) ${article}(?!${back}\b)(?:[a-z-]+ ){0,3}?§(?: [a-z][a-z ,'’-]{1,50}?| [a-z][a-z '’-]{1,100}?,)?,? ?§${gap(45)}\s?\(¶\)`, 'gi'), 1, 0, 2],
  [new RegExp(String.raw`§,? (?:or |which is |that is |equal to |equivalent to )?¶ of ${article}(?:[a-z-]+ ){0,4}?§`, 'gi'), 0, 2, 1],
  [new RegExp(String.raw`§ [a-z]+(?: [a-z]+)?,? (?:and|of whom|of which) § \(¶\) (?:of (?:it|them|these|this|those)|replied|responded|returned|answered|took part|attended)\b`, 'gi'), 1, 0, 2],
  [new RegExp(String.raw`§${gap(30)},? of (?:which|whom) §${gap(10)} ?\(¶\)`, 'gi'), 1, 0, 2],
  [new RegExp(String.raw`§${gap(30)}\band § \(¶\) of (?:it|this|that|them|these)\b`, 'gi'), 1, 0, 2],
  [new RegExp(String.raw`§ (?:out )?of (?:the |all |its |our )?§${gap(60)}(?<![\d,]), (?:or |which is |that is )?¶${closing}`, 'gi'), 0, 1, 2],
  [new RegExp(String.raw`${opening}(?:out )?of (?:the |all |these )?§ [a-z][a-z '’-]{1,60}, § [a-z][a-z '’-]{1,40}, (?:or |which is |that is )?¶(?=[.;:)]|$)`, 'gi'), 1, 0, 2],
]
/** The whole stands in the sentence before: "Of these § (¶)", "§ of them (¶)", "§ (¶) of this". */
const before: readonly RegExp[] = [
  new RegExp(String.raw`^\W*(?:out )?of (?:${back}|the total|this total|that total),?${gap(25)} ?§${gap(25)} ?\(¶\)`, 'gi'),
  new RegExp(String.raw`^\W*§ of ${back}${gap(12)} \(¶\)`, 'gi'),
  new RegExp(String.raw`^\W*§ \(¶\) of ${back}\b`, 'gi'),
  new RegExp(String.raw`^[^§¶;.()]{0,30}§${gap(30)}\b(?:spent|committed|used|drawn|claimed|paid|collected|achieved|delivered|saved|raised)\b${gap(20)} ?\(¶\)`, 'gi'),
]
const isTotal = /\b(?:budget|total|target|allocation|grant|fund|programme|sum|available|plan)\b/i
const apart = /\b(?:while|whereas|but|respectively|from|increase|rise|up|down|fell|rose)\b/i

/** The figures of the sentence before that may be the whole of a part. */
const wholesFor = (part: At, previous: readonly At[]): At[] => previous.filter((at) => {
  const [a, b] = [amountOf(at.found), amountOf(part.found)]
  return at.found.kind === part.found.kind && a !== null && b !== null && compareQuantities(a.value, b.value) >= 0
})

/** Shares whose whole a sentence, or the one before it, gives. */
export const claimsOfBase = (sentence: string, figures: readonly At[], previous: readonly At[]): Claim[] => {
  const shape = shapeOf(sentence, figures)
  const own = within.flatMap(([form, part, whole, percent]) => figuresIn(shape, figures, form).flatMap(({ said, all }) =>
    (all.length !== 3 || apart.test(said.replace(/^\W*from\b/i, '')) || wholesFor(all[part]!, [all[whole]!]).length === 0 ? [] : claim('share', all[part]!, all[whole]!, all[percent]!))))
  const told = before.flatMap((form, n) => figuresIn(shape, figures, form).flatMap(({ said, all: [part, percent] }): Claim[] => {
    const wholes = part === undefined ? [] : wholesFor(part, previous)
    if (percent === undefined || apart.test(said)) return []
    const claims = wholes.flatMap((whole) => claim('share', part!, whole, percent))
    const sure = n < 3 || (figures.length === 2 && isTotal.test(wholes[0]?.sentence ?? ''))
    return claims.length === 1 && wholes.length === 1 && sure ? claims : claims.filter(keeps)
  }))
  return [...own, ...told]
}
