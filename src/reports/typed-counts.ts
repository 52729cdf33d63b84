import { nounOf, answeringNoun } from './wording.ts'
import type { Snapshot } from './types.ts'

/** A number typed beside what the report counts itself. */
export type TypedCount = { readonly at: number; readonly number: string; readonly beside: string }

type Token = { readonly kind: 'number' | 'bound' | 'word' | 'link' | 'stop'; readonly text: string; readonly at: number }

const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen'.split(' ')
const numberWords = new Set(small)
const months = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
/** Words that may stand between a number and what it counts. */
const fillers = new Set('of the our its their these those all key due are were is was be remain remains remained now currently still more further other new planned reported rated rows row items item in as marked or and to per cent percent being have has been stay stays this quarter month year'.split(' '))
/** "One" after these is a pronoun. */
const pronounBefore = new Set('this that the each every no any which first second third next last other another'.split(' '))
/** A colour before another noun is that noun's: 300 blue badges. These words are no nouns. */
const noNoun = new Set('this that these those at in on for and or as were are is was compared with against but while than to by of from last now which out so because overall milestones milestone rows row items item ratings rated status statuses actions deliverables measures again still only'.split(' '))

const patterns = /(?<bound>\{\{[^{}]*\}\})|(?<number>(?<![\p{L}\p{N}£$€./-])\d[\d,]*(?:\.\d+)?%?(?![\p{L}\p{N}/]|[.,]\d))|(?<word>[\p{L}\p{N}£$€][\p{L}\p{N}'’/.,-]*(?<![.,'’-])|[\p{L}\p{N}])|(?<stop>[.!?;]|\n\s*(?:\n|[-*#+]|\d+\.))|(?<link>[:=(),–—-])/gu

const tokensOf = (text: string): Token[] => {
  const raw = [...text.matchAll(patterns)].map((m): Token => {
    const kind = (['bound', 'number', 'word', 'stop', 'link'] as const).find((k) => m.groups![k] !== undefined)!
    return { kind: kind === 'word' && isNumberWord(m[0]) ? 'number' : kind, text: m[0], at: m.index }
  })
  return raw.map((t, i) => (t.kind === 'number' && !isCount(t, raw[i - 1], raw[i + 1]) ? { ...t, kind: 'word' as const } : t))
}
const isNumberWord = (word: string): boolean => word.toLowerCase().split('-').every((w) => numberWords.has(w))

/** Years, days of a month and "this one" count nothing. */
const isCount = (t: Token, before: Token | undefined, after: Token | undefined): boolean => {
  if (/^(19|20)\d\d$/.test(t.text)) return false
  if (after?.kind === 'word' && months.test(after.text) && /^\d{1,2}$/.test(t.text) && Number(t.text) <= 31 && after.text[0] === after.text[0]!.toUpperCase()) return false
  return !(t.text.toLowerCase() === 'one' && before?.kind === 'word' && pronounBefore.has(before.text.toLowerCase()))
}

type Target = { readonly words: readonly string[]; readonly noun: boolean; readonly singular: boolean }
const targetsOf = (snapshot: Snapshot): Target[] => {
  const lowest = snapshot.plan.levels.at(-1) ?? ''
  const plural = new Set(['milestones', nounOf(lowest, 2), answeringNoun(snapshot, 2)])
  const singular = new Set(['milestone', nounOf(lowest, 1), answeringNoun(snapshot, 1)])
  const statuses = snapshot.vocabulary.statuses.flatMap((s) => [s.code, s.name]).filter((w) => w.length > 1).map((w) => w.toLowerCase())
  const target = (noun: boolean, one: boolean) => (phrase: string): Target => ({ words: phrase.split(/\s+/), noun, singular: one })
  return [...[...plural].map(target(true, false)), ...[...singular].map(target(true, true)), ...[...new Set(statuses)].map(target(false, false))]
}

/** Every typed number that stands beside "milestones", the plan's lowest level's name or a status word; those belong to the report's own counts. */
export const typedCounts = (text: string, snapshot: Snapshot): TypedCount[] => {
  const tokens = tokensOf(text)
  const targets = targetsOf(snapshot)
  const targetAt = (i: number): Target | undefined => targets.find((t) => t.words.every((w, k) => tokens[i + k]?.kind === 'word' && tokens[i + k]!.text.toLowerCase() === w))
  return tokens.flatMap((t, i): TypedCount[] => {
    if (t.kind !== 'number') return []
    const beside = ahead(tokens, i, targetAt) ?? behind(tokens, i, targetAt)
    return beside === undefined ? [] : [{ at: t.at, number: t.text, beside: beside.words.join(' ') }]
  })
}

/** "145 of the 162 milestones", "fifteen are rated amber". */
const ahead = (tokens: readonly Token[], from: number, targetAt: (i: number) => Target | undefined): Target | undefined => {
  for (let i = from + 1; i < Math.min(tokens.length, from + 9); i += 1) {
    const target = targetAt(i)
    if (target !== undefined) return !target.noun && i === from + 1 && isAnothersColour(target, tokens[i + target.words.length]) ? undefined : target
    const t = tokens[i]!
    if (t.kind !== 'number' && t.kind !== 'bound' && !(t.kind === 'word' && fillers.has(t.text.toLowerCase()))) return undefined
  }
  return undefined
}
const isAnothersColour = (target: Target, next: Token | undefined): boolean => target.words.length === 1 && next?.kind === 'word' && !noNoun.has(next.text.toLowerCase())

/** "Amber: 15", "milestones (162)", "green was 122"; not "milestone 12", which is a name. */
const behind = (tokens: readonly Token[], at: number, targetAt: (i: number) => Target | undefined): Target | undefined => {
  const after = tokens[at + 1]
  if (after?.kind === 'word' && !['and', 'or', 'of', 'in', 'this'].includes(after.text.toLowerCase())) return undefined
  for (let links = 0; links <= 2; links += 1) {
    const end = at - links
    const target = [1, 2, 3, 4].map((n) => ({ n, t: targetAt(end - n) })).find(({ n, t }) => t?.words.length === n)?.t
    if (target !== undefined) return links === 0 && target.noun ? undefined : target
    const t = tokens[end - 1]
    if (t === undefined || !(t.kind === 'link' && t.text !== ',' && t.text !== ')') && !(t.kind === 'word' && ['were', 'was', 'is', 'are', 'at', 'totalled', 'numbered', 'of', 'count'].includes(t.text.toLowerCase()))) return undefined
  }
  return undefined
}
