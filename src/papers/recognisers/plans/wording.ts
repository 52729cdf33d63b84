import { plainWords } from '../../../kit/words.ts'

/** Words that a plan's items open with: what somebody is to do. Plain English; what a paper adds is learnt from it. */
const openers = new Set(`accelerate achieve acquire act adapt address administer adopt advance advise advertise advocate agree align allocate analyse announce apply appoint appraise approve arrange
assess assign assist attend attract audit award baseline become begin benchmark bid bring build campaign capture carry celebrate challenge champion change clarify close co-design co-ordinate co-produce
codesign collaborate collate collect combine commence commission commit communicate complete compile conclude conduct confirm connect consider consolidate construct consult continue contract contribute convene
convert coordinate coproduce create cut decarbonise decide decrease define deliver demolish demonstrate deploy design determine develop devise digitise direct discuss dispose disseminate distribute
divert double draft draw drive educate embed enable encourage end enforce engage enhance enlarge ensure enter equip establish evaluate evidence examine exceed execute expand explore extend facilitate fill finalise finalize
finish fit focus form formalise formulate foster fund further gain gather generate get give go grow guarantee hand harness have help hold host identify implement improve incorporate increase influence
inform initiate innovate input insource inspect inspire install instigate integrate introduce invest investigate invite involve issue join keep launch lay lead learn lease let level leverage liaise limit link list lobby
maintain make manage map market maximise measure meet migrate minimise mitigate mobilise model modernise monitor move negotiate nominate obtain offer open operate optimise organise outline oversee own participate
partner pass pilot place plan plant play prepare present preserve prevent prioritise proceed procure produce progress project promote propose protect provide publicise publish purchase pursue put quantify
raise re-design re-launch re-open re-procure re-tender reach realign realise rebuild receive recommence recommend reconfigure recruit recycle redesign redevelop reduce refine reform refresh refurbish regenerate register regulate reinstate
reinvest relaunch release relet relocate remodel remove renew renovate reopen repair replace report represent reprocure request require rescope research reset resolve respond restore restructure resurface retain retender retrofit return review
revise reward roll run safeguard scale scope seek secure select sell send set shape share shift showcase sign signpost simplify source specify stabilise standardise start stimulate streamline strengthen submit support surface sustain switch
tackle take target tender test to track train transfer transform transition trial understand undertake unlock update upgrade upskill use utilise validate value visit welcome widen win work write`.split(/\s+/))

/** Words that no finished item ends with. */
const unfinished = /(?:^|\s)(?:a|an|the|of|to|and|or|by|for|with|at|from|as|that|which|who|whose|including|across|within|into|via|between|their|our|its|this|these|those|is|are|be|will|than|towards|toward|against|per|each|every|any|&|\+)$/i
/** Words that end an item only as part of a verb ("moved in", "signed off on"). */
const rarelyLast = /(?:^|\s)(?:in|on|over|under|about|through)$/i

const firstWord = (text: string): string => (/^[\s'"(]*([\p{L}][\p{L}'-]*)/u.exec(text)?.[1] ?? '')

/** Openers that are as often nouns: before "of", "for", a comma or nothing they are ("Design of", "Project in", "... Safety / Plan"). */
const nouns = new Set('approach audit award benchmark contract design form fund grant help host level link list map market measure model offer partner pilot place plan project reach release report request research review scope source study support survey target tender test track train transfer transition trial use value visit'.split(' '))
const asNoun = /^\S+(?:$|,|\s+\(|\s+(?:of|for|in|at|on|to|and|with|by|across|is|are|as)\b)/i

/** Words in -ing that are things ("Marketing plan", "Building control"), so no sign that something begins. */
const thingsDone = new Set('marketing building planning training learning testing reporting monitoring meeting setting showcasing lighting clearing mapping modelling fostering commissioning contracting'.split(' '))

/** True where a text opens with what somebody is to do ("Commence ..."). */
export const isOpener = (text: string): boolean => {
  const word = firstWord(text).toLowerCase()
  if (word.endsWith('ing') && !openers.has(word)) return !thingsDone.has(word) && (openers.has(word.slice(0, -3)) || openers.has(`${word.slice(0, -3)}e`))
  return (openers.has(word) || openers.has(word.replace(/^re-?/, ''))) && !(nouns.has(word) && asNoun.test(text) && !openers.has(andWord(text)))
}
/** The word after "and": "Review and update" is two things to do, "Review and evaluation" is one thing. */
const andWord = (text: string): string => (/^\S+ and ([\p{L}-]+)/u.exec(text)?.[1] ?? '').toLowerCase()

/** Enough of a text's end to judge how it ends, so that long texts cost no more than short ones. */
const end = (text: string): string => text.slice(-40)
export const endsUnfinished = (text: string): boolean => /[,&(\-–/]$/.test(end(text)) || unfinished.test(end(text)) || opensBracket(text)
const opensBracket = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')
export const endsSentence = (text: string): boolean => /[.!?]["')]?$/.test(end(text))
export const startsLower = (text: string): boolean => /^\p{Ll}{2}|^\p{Ll}\s/u.test(text)
const startsInside = (text: string): boolean => /^[(),&;)/]|^[-–]\s/.test(text)

/** How the items of one level begin in this paper. */
export type Habit = { readonly seen: number; readonly lower: number; readonly opener: number; readonly digit: number; readonly words: ReadonlySet<string> }

/** Learnt from cells that can't continue another: the first of a run. */
export const habitOf = (texts: readonly string[]): Habit => {
  const counts = new Map<string, number>()
  for (const text of texts) { const w = firstWord(text).toLowerCase(); if (w !== '') counts.set(w, (counts.get(w) ?? 0) + 1) }
  const words = new Set([...counts].filter(([, n]) => n >= 2).map(([w]) => w))
  return { seen: texts.length, lower: texts.filter(startsLower).length, digit: texts.filter((t) => /^\d/.test(t)).length, opener: texts.filter((t) => isOpener(t) || words.has(firstWord(t).toLowerCase())).length, words }
}
const isLowerHabit = (habit: Habit): boolean => habit.lower * 4 > habit.seen
const isOpenerHabit = (habit: Habit): boolean => habit.seen >= 5 && habit.opener * 100 >= habit.seen * 80
const opens = (text: string, habit: Habit): boolean => isOpener(text) || habit.words.has(firstWord(text).toLowerCase()) || /^\d/.test(text) && habit.digit >= 2

/** Whether a cell goes on with the words of the cell above it: surely, probably, or it is an item of its own ("lost": whose start is missing). */
export type Continuing = 'same' | 'yes' | 'likely' | 'no' | 'lost'

export const continuing = (above: string, text: string, habit: Habit): Continuing => {
  if (Math.abs(above.length - text.length) <= 8 && plainWords(above) === plainWords(text)) return 'same'
  if (endsSentence(above)) return startsLower(text) && !isLowerHabit(habit) ? 'lost' : 'no'
  if (startsInside(text) || endsUnfinished(above)) return 'yes'
  if (startsLower(text)) return isLowerHabit(habit) ? 'no' : 'yes'
  if (rarelyLast.test(end(above)) && !opens(text, habit)) return 'likely'
  return isOpenerHabit(habit) && !opens(text, habit) ? 'likely' : 'no'
}
/** A first cell of a run that starts in the middle of a sentence. */
export const lostStart = (text: string, habit: Habit): boolean => (startsLower(text) || startsInside(text)) && !isLowerHabit(habit)

/** Where in a text a new item seems to begin without any mark: a capital opener after a word in small letters. */
export const innerStarts = (text: string): number[] => {
  const starts: number[] = []
  for (const m of text.matchAll(/(?<=[\p{Ll}\d).,’']\s)\p{Lu}\p{Ll}+(?=\s)/gu)) {
    const before = text.slice(Math.max(0, m.index - 40), m.index).trimEnd()
    if (openers.has(m[0].toLowerCase()) && !unfinished.test(before)) starts.push(m.index)
  }
  return starts
}

/** Sentences of a remark, kept whole at abbreviations and numbers. */
export const sentences = (text: string): string[] => text.split(/(?<=[\p{L}\d)][.!?])\s+(?=\p{Lu})/u)

/** Where a paragraph ended without a full stop: a capital after a word in small letters that isn't a name in running text. */
export const lostBreaks = (text: string): number[] =>
  [...text.matchAll(/(?<=\s\p{Ll}{3,} )\p{Lu}\p{Ll}{3,}(?= (?:have|has|is|are|was|were|will|been|had|being)\b)/gu)].map((m) => m.index)
