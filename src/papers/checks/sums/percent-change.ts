import type { Claim } from './percent-claims.ts'
import { claim, type At } from './percent-said.ts'
import { figuresIn, shapeOf } from './shape.ts'

const rise = String.raw`(?:up|down|increas\w+|ris(?:e|es|en|ing)|rose|gr(?:ew|own|ows|owth|owing)|gain|jump\w*|climb\w*|f[ae]ll\w*|drop\w*|decreas\w+|reduc\w+|declin\w+|cut|saving|improvement)`
const more = String.raw`(?:more|fewer|less|higher|lower|greater|better|above|below|up|down|increase|rise|growth|decrease|fall|reduction|drop|decline)`
const gap = (most: number): string => String.raw`[^§¶;.]{0,${most}}?`
const base = String.raw`(?:from|on|than|above|below|against|compared (?:with|to))\s(?:the |its |our |a )?(?:[a-z'’-]+ ){0,5}?§(?! ?(?:to|and|or|[-–]) ?§)`
/** What was before: "from §", "against § budgeted", "(§ a year ago)". */
const earlier = String.raw`(?:\b(?:against|compared (?:with|to)|from)\s(?:the |its |our |a )?(?:[a-z'’-]+ ){0,5}?§${gap(45)}|\((?:[a-z]+ )?§ (?:before|last year|previously|a year ago|a year earlier|the year before|the previous|in @)[^§¶;.()]{0,25}\))`

/** Ways to say that a figure is so much per cent off another: "§, up ¶ from §", "§ against § budgeted (+¶)", "up by ¶ from § to §". `to` and `from` are the places of the figures. */
const forms: readonly (readonly [RegExp, to: number, from: number, percent: number])[] = [
  [new RegExp(String.raw`§${gap(90)}(?:[,(–]\s*(?:or |which (?:is|was) |that is |this is )?(?:an? )?(?:${rise}\s(?:of |by )?)¶${gap(25)}\b${base}|(?:[,(–]\s*(?:or |which (?:is|was) |that is )?|\b(?:is|was|are|were)\s)(?:an? )?¶ ${more}${gap(20)}\b${base}|(?:[,(–]\s*(?:or |which (?:is|was) )?|\b(?:is|was|are|were)\s)¶ (?:above|below) (?:the |its |our )?(?:[a-z'’-]+ ){0,4}?(?:of )?§(?! ?(?:to|and|or|[-–]) ?§))`, 'gi'), 0, 2, 1],
  [new RegExp(String.raw`§${gap(60)}${earlier}(?:[,–]\s*(?:which is )?(?:an? )?(?:${rise} (?:of |by )?|equal to )|[,–]? which is (?:an? )?(?:${rise} of )?)¶`, 'gi'), 0, 1, 2],
  [new RegExp(String.raw`\b${rise}\s(?:by )?¶,? from §${gap(45)}\bto §`, 'gi'), 2, 1, 0],
  [new RegExp(String.raw`¶ ${more} in (?:the )?(?:[a-z'’-]+ ){0,5}?[a-z'’-]+,? from §${gap(45)}\bto §`, 'gi'), 2, 1, 0],
  [new RegExp(String.raw`\b${rise}\sfrom §${gap(45)}\bto §(?: [a-z][a-z '’-]{1,40})?(?:, (?:or |which is |that is )?| \()¶(?=[.;)]|$)`, 'gi'), 1, 0, 2],
]
/** "§, § fewer than the § of last year, a fall of ¶": the difference is said, and what it is of. */
const differing = new RegExp(String.raw`§${gap(40)}, § (?:more|fewer|less|higher|lower|up|down) (?:than|from|on) (?:the |last year['’]s |in )?§${gap(40)}(?:, (?:or )?|\s\()(?:an? )?(?:${rise} of )?¶(?=[.,;)]|$)`, 'gi')
/** "§ against § budgeted (+¶)": only a sign tells that the percentage is no share. */
const signed = new RegExp(String.raw`§${gap(60)}${earlier}\s?\(¶\)`, 'gi')
const apart = /\b(?:while|whereas|but|of which|of whom|including|respectively)\b/i
const isPoints = ({ found, sentence }: At): boolean => /point/i.test(found.text + sentence.slice(found.end, found.end + 20))

/** Percentages of change whose two figures a sentence gives. */
export const claimsOfChange = (sentence: string, figures: readonly At[]): Claim[] => {
  const shape = shapeOf(sentence, figures)
  const said = (form: RegExp, to: number, from: number, percent: number, holds: (at: At) => boolean, length = 3): Claim[] => figuresIn(shape, figures, form).flatMap(({ said: words, all }) =>
    (apart.test(words) || all.length !== length || isPoints(all[percent]!) || !holds(all[percent]!) ? [] : claim('change', all[to]!, all[from]!, all[percent]!)))
  return [...forms.flatMap(([form, to, from, percent]) => said(form, to, from, percent, () => true)), ...said(differing, 0, 2, 3, () => true, 4), ...said(signed, 0, 1, 2, (at) => /^[-+−]/.test(at.found.text))]
}
