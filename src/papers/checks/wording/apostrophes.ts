import { matchesIn } from '../../../kit/words.ts'
import type { Check } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { piecesOf } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'
import { linesWith } from '../pack/words.ts'

const many = 'administrations|authorities|boards|committees|councils|departments|directorates|governments|organisations|partnerships|services|trusts'
const owned = 'statutory (?:duty|duties|obligations?|responsibilit(?:y|ies)|powers?|role)|housing strategy|corporate plan|financial position|constitution|website|priorities are|eligible needs'
type Slip = { readonly hint: RegExp; readonly pattern: RegExp; readonly tell: (m: RegExpExecArray) => string }
const slips: readonly Slip[] = [
  { hint: /ens\b|Peoples/, pattern: /(?<![\w'’])(?:Childrens|childrens|Womens|womens|Mens|Peoples Partnership)\b(?!['’])/g, tell: ([f]) => `"${f}" needs an apostrophe: "${f.replace(/s$/, "'s")}".` },
  { hint: /[A-Z]['’]s\b/, pattern: /\b[A-Z]{2,6}['’]s(?=[.,;:)?]|$| (?:are|were|have|that|which|in|to|for|with|by|on|at|will|from)\b)/g, tell: ([f]) => `"${f}" is a plural and needs no apostrophe: "${f.replace(/['’]/, '')}".` },
  { hint: /\d['’]s\b/, pattern: /\b(?:(?:over|under|aged)[ -]\d{2}|(?:19|20)\d0)['’]s\b(?! (?:plan|budget|report|figure|programme|total|strategy|council))/gi, tell: ([f]) => `"${f}" is a plural and needs no apostrophe: "${f.replace(/['’]/, '')}".` },
  { hint: /\b[Ii]ts (?:\w+) (?:that|to|a|an|the|clear|possible|only|just)\b/, pattern: /\b[Ii]ts (?:(?:un)?likely (?:that|to)|(?:important|clear|possible|essential|hoped|expected|anticipated|proposed|recommended|noted|vital) that|(?:important|possible|essential|difficult|vital) to|not (?:a|an|the|clear|possible|only|just)|been (?:a|an|the))\b/g, tell: ([f]) => `"${f}" needs "it's" or "it is".` },
  { hint: new RegExp(String.raw`\b(?:${many}|individuals|residents|partners|schools|members) `, 'i'), pattern: new RegExp(String.raw`\b(?:this|each|every|another) (?:${many})\b(?!['’])|\b(?:both|all|the|our|their|these) (?:\w+ )?(?:${many}|individuals|residents|partners|schools|members) (?:${owned})\b`, 'gi'), tell: ([f]) => `"${f}" needs an apostrophe.` },
  { hint: /Councils [A-Z]/, pattern: /\b(?:[Tt]he|[Tt]his|[Oo]ur) Councils (?!(?:And|In|The|Of|For|To|On|With|By|Are|Have|Precept)\w*\b)[A-Z][a-z]{3,}\b/g, tell: ([f]) => `"${f}" needs an apostrophe: "Council's".` },
  { hint: /^(?:\d+\.?\s+)?(?:leaders|chairmans|chairpersons|chairs|mayors) /i, pattern: /^(?:\d+\.?\s+)?(?:leaders|chairmans|chairpersons|chairs|mayors) (?:opening|remarks|announcements?|reports?|questions?|address|communications?)\b/gi, tell: ([f]) => `"${f}" needs an apostrophe.` },
]
/** The words that a slip is about; of the other lines nothing is asked. */
const telling = new Set(`childrens|womens|mens|peoples|its|leaders|chairmans|chairpersons|chairs|mayors|individuals|residents|partners|schools|members|${many}`.split('|'))
const isTelling = (word: string): boolean => word.includes("'") || word.includes('’') || ((word.endsWith('s') || word.endsWith('S')) && telling.has(word.toLowerCase()))
const quoteBefore = /(?:^|[\s(\u2013-])['‘’“"]/
/** "Families' to": a mark that closes what was never opened, and no possessive either. */
const stray = /(?:[a-z]s['’](?= (?:to|are|is|were|was|in|will|have|has|on|at)\b)|[a-rt-z]['’](?=[\s.,;)]|$))/g

export const apostrophe: Check = defineCheck({
  code: 'wording.apostrophe', title: 'Apostrophes lost and strayed', level: 'note',
  about: '"Childrens" and "womens" are no words: it is "children\'s" and "women\'s". "KPI\'s are" and "over 65\'s" are plurals, and "its likely that" wants "it\'s". A quotation mark that closes nothing is told as well. Each spelling is told once, with all the places.',
  right: ["The Children's Services and the women's group. Both organisations' statutory duty. The ICB's plan and its likely effect. It is in £000's.", "The plan's 'own aims' are new. Residents' and partners' views. The 'Safer Streets' are lit.", 'Both councils have statutory duties. Each council budgets for it.'],
  wrong: ['The Childrens Services are new.', "The KPI's are reported each quarter.", "Groups for over 65's meet here.", 'It is late and its likely to slip.', 'It is both organisations statutory duty.', 'This administrations housing plan is new.', '4. Leaders announcements', "Lead the work in Mill Street' and beyond."],
  find: (paper) => linesWith(packOf(paper).lines, isTelling).flatMap(piecesOf).flatMap(({ text, at }): Fault[] => [
    ...slips.filter(({ hint }) => hint.test(text)).flatMap(({ pattern, tell }) => matchesIn(text, pattern).map((m) => ({ at, fault: m[0].toLowerCase(), found: m[0], message: tell(m) }))),
    ...(/['’]/.test(text) && !quoteBefore.test(text) ? matchesIn(text, stray).map((m): Fault => ({ at, found: text.slice(Math.max(0, m.index - 20), m.index + m[0].length), message: `A quotation mark closes what was not opened in "${text.slice(Math.max(0, m.index - 40), m.index + m[0].length)}". Open it, or take it out.` })) : []),
  ]),
})
