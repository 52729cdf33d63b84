import { matchesIn } from '../../../kit/words.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { gather } from '../pack/gather.ts'
import type { Line } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'
import { linesWith } from '../pack/words.ts'
import { lettersApart } from './near.ts'

/** A body, plan or programme: capital words that end in what it is. */
const kinds = 'Partnership|Board|Committee|Forum|Group|Services?|Strategy|Plan|Programme|Scheme|Fund|Trust|Package|Framework|Agreement|Alliance|Association|Commission|Project|Assembly'
const title = new RegExp(String.raw`\b(?:[A-Z][\w'’-]*(?:\s+(?:and|&|of|for|the)\s+|\s+|,\s+(?=[A-Z]))){1,6}(?:${kinds})\b`, 'g')
const endsSo = new RegExp(String.raw`[A-Z][\w'’-]* (?:${kinds})\b`)
const isKind = new RegExp(String.raw`^(?:${kinds})\b`)
type Use = { readonly text: string; readonly words: readonly string[]; readonly line: Line }

const stops = new Set(['and', '&', 'of', 'for', 'the'])
const leading = /^(?:The|This|That|Our|A|An|In|For|With|By|To|New|Draft|Revised|Updated|Deliver|Develop|Launch|Publish|Produce|Implement|Support|Complete|Review|Continue|Progress|Adopt|Agree|Establish|Commence|Also|Work|Undertake|Update|Including|And|Both|Each|Under|All|Through|As|At|On|From)\s+/
const stem = (word: string): string => word.toLowerCase().replace(/['’]s$|s['’]$/, '').replace(/[^\w-]/g, '')
const wordsOf = (text: string): string[] => text.split(/[\s,]+/).map(stem).filter((w) => w !== '' && !stops.has(w))
const plainTitle = (text: string): string => { let t = text; while (leading.test(t)) t = t.replace(leading, ''); return t }

const uses = (lines: readonly Line[]): Use[] => linesWith(lines, (word) => isKind.test(word)).filter((l) => endsSo.test(l.text) && l.text !== l.text.toUpperCase()).flatMap((line) => line.cells.filter((cell) => endsSo.test(cell)).flatMap((cell) => matchesIn(cell, title).flatMap((m) => {
  const text = plainTitle(m[0])
  const words = wordsOf(text)
  return words.length >= 3 ? [{ text, words, line }] : []
})))

const sorted = (words: readonly string[]): string => [...words].sort().join(' ')
type Variant = { readonly text: string; readonly words: readonly string[]; readonly key: string; readonly uses: readonly Use[] }
const variants = (all: readonly Use[]): Variant[] => {
  const by = new Map<string, Use[]>()
  for (const u of all) gather(by, u.words.join(' '), u)
  return [...by.values()].map((own) => ({ text: own[0]!.text, words: own[0]!.words, key: sorted(own[0]!.words), uses: own })).sort((a, b) => b.uses.length - a.uses.length)
}

const plural = (a: string, b: string): boolean => `${a}s` === b || `${b}s` === a
/** Words that differ by a letter and are both right. */
const both = new Set(['adult', 'adults', 'form', 'from', 'north', 'south', 'east', 'west', 'internal', 'external', 'national', 'regional', 'local', 'vocal', 'person', 'prison', 'road', 'rail', 'health', 'wealth', 'public', 'phase', 'lead', 'land', 'house', 'horse', 'park', 'part', 'port', 'sport', 'post', 'cost', 'case', 'care', 'core', 'town', 'down', 'safe', 'safer', 'strong', 'stronger'])
/** One is the other with its words in another order, or with one letter wrong in one long word. */
const isSlip = (rare: Variant, usual: Variant): string | null => {
  if (rare.key === usual.key) return 'the same words in another order'
  const at = rare.words.findIndex((w, i) => w !== usual.words[i])
  if (at < 0 || rare.words.some((w, i) => i > at && w !== usual.words[i])) return null
  const [a, b] = [rare.words[at]!, usual.words[at]!]
  return a.length >= 4 && b.length >= 4 && !plural(a, b) && !both.has(a) && !both.has(b) && !/\d/.test(a + b) && lettersApart(a, b, 1) === 1 ? `"${a}" for "${b}"` : null
}

const slips = (paper: CheckedPaper): Fault[] => {
  const all = variants(uses(packOf(paper).lines))
  const lengths = new Map<number, Variant[]>()
  for (const v of all) gather(lengths, v.words.length, v)
  return all.flatMap((rare): Fault[] => {
    const sameLength = lengths.get(rare.words.length)!
    const usual = sameLength.slice(0, sameLength.indexOf(rare)).find((v) => isSlip(rare, v) !== null)
    if (!usual) return []
    const why = isSlip(rare, usual)!
    return [{
      at: rare.uses[0]!.line, also: rare.uses.slice(1).map((u) => u.line), found: rare.text, expected: usual.text,
      message: `"${rare.text}" is elsewhere "${usual.text}" (${why}). Use one name.`,
    }]
  })
}

export const nameSpelling: Check = defineCheck({
  code: 'wording.name', title: 'A body or programme with two names', level: 'warning',
  about: 'The name of a board, partnership, plan or programme that is printed in two ways: a letter different, or the words in another order. Use the right name throughout.',
  right: ['The Public Realm Services go on. The Public Realm Services are new.\n\nThe Local Transport Plan and the Local Nature Plan.\n'],
  wrong: ['The Public Realm Services go on. The Public Realm Services are new.\n\nThe Public Real Services will change.\n', 'The Safeguarding Children Partnership met. The Children Safeguarding Partnership agreed. The Safeguarding Children Partnership went on.\n'],
  find: slips,
})

const shortPlan = /\b([A-Z][a-z]{4,}) (Plan|Strategy)\b/g
/** "Council Plan" and "County Plan": the same beginning, a few letters apart, not one and many of the same word. */
const nearlyOne = (a: string, b: string): boolean => {
  const [[x, kind], [y, other]] = [a.split(' ') as [string, string], b.split(' ') as [string, string]]
  return kind === other && x.slice(0, 4) === y.slice(0, 4) && !plural(x, y) && lettersApart(x, y, 3) <= 3
}
export const similarPlan: Check = defineCheck({
  code: 'wording.similar-plan', title: 'Two plans with nearly one name', level: 'note',
  about: 'The paper speaks of a "Council Plan" and of a "County Plan". Where one has replaced the other, the old name was left in: correct it.',
  right: ['The Council Plan is new. The Council Plan holds. The Housing Strategy too.'],
  wrong: ['The Council Plan is new. The Council Plan holds for four years.\n\nIt helps the council to meet its County Plan aims.'],
  find: (paper) => {
    const by = new Map<string, Line[]>()
    for (const line of packOf(paper).lines) for (const m of matchesIn(line.text, shortPlan)) gather(by, m[0], line)
    const all = [...by.entries()].sort((a, b) => b[1].length - a[1].length)
    return all.flatMap(([name, at], i): Fault[] => {
      const usual = all.slice(0, i).find(([other]) => other !== name && nearlyOne(other, name))
      return usual ? [{ at: at[0]!, also: at.slice(1), found: name, expected: usual[0], message: `"${name}" stands beside "${usual[0]}". If it was replaced, correct the name.` }] : []
    })
  },
})
