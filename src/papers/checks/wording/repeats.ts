import { hasWords, plainWords } from '../../../kit/words.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf, type Part } from '../pack/pack.ts'
import { threshold } from '../settings.ts'

const withoutNumber = (text: string): string => plainWords(text.replace(/^\(?(\d{1,3}(\.\d+)*|[a-z]|[ivx]+)[.)]\s+/i, ''))
const report = (...paragraphs: readonly string[]): string => `Title of report:\tA\nMeeting:\tB\nPurpose\n\nTo agree.\n\nKey considerations\n\n${paragraphs.join('\n\n')}\n`
const said = 'The council has a duty to look after every road and bridge in the county, in all weathers.'

/** The lines of each report with all that is attached to it; of a paper that is no pack, all of them. */
const families = (paper: CheckedPaper): Line[][] => {
  const by = new Map<unknown, Line[]>()
  for (const part of packOf(paper).parts) if (part.kind !== 'agenda' && part.kind !== 'minutes') by.set(familyOf(part), [...(by.get(familyOf(part)) ?? []), ...part.lines])
  return [...by.values()]
}
const familyOf = (part: Part): unknown => part.report ?? part

export const repeatedParagraph: Check = defineCheck({
  code: 'wording.repeated-paragraph', title: 'The same paragraph twice', level: 'warning',
  about: 'Two numbered paragraphs of one report have the same words (the threshold `repeatedParagraphWords`). One was copied and not rewritten, or stands in the wrong section. Delete or rewrite one.',
  right: [report(`1. ${said}`, '2. Roads are mended in summer.')],
  wrong: [report(`1. ${said}`, `2. ${said}`)],
  find: (paper) => packOf(paper).parts.filter((p) => p.kind === 'report').flatMap((part) => {
    const least = threshold(paper.settings, 'repeatedParagraphWords')
    const seen = new Map<string, (typeof part.lines)[number]>()
    return part.lines.filter((l) => l.style !== 'row').flatMap((line): Fault[] => {
      const words = withoutNumber(line.text)
      if (!hasWords(words, least)) return []
      const before = seen.get(words)
      if (!before) { seen.set(words, line); return [] }
      // A passage of that length is told with all that is printed twice.
      if (wordsIn(words) >= fewestWords) return []
      return [{ at: line, also: [before], found: brief(line.text, 60), message: `The paragraph "${brief(line.text, 60)}" stands twice in the report. Delete or rewrite one.` }]
    })
  }),
})

const fewestWords = 60
const wordsIn = (text: string): number => text.split(' ').length
type Run = { readonly first: Line; readonly again: Line; readonly last: Line; readonly words: number }
/** Stretches of a report's pages that stand there before in the same words: one long paragraph, or lines of a table one after the other. */
const runsIn = (lines: readonly Line[]): Run[] => {
  const told = lines.filter((l) => l.text.length > 20)
  const known: string[] = []
  const words = (i: number): string => (known[i] ??= withoutNumber(told[i]!.text))
  const same = (i: number, j: number): boolean => i < told.length && told[i]!.text.endsWith(ending(told[j]!)) && words(i) === words(j)
  const seen = new Map<string, number>()
  const runs: Run[] = []
  for (let i = 0; i < told.length; i += 1) {
    const before = seen.get(ending(told[i]!))
    if (before === undefined || !same(i, before)) { seen.set(ending(told[i]!), i); continue }
    let length = 1
    while (before + length < i && same(i + length, before + length)) length += 1
    let total = 0
    for (let k = i; k < i + length; k += 1) total += wordsIn(words(k))
    if (total >= fewestWords) runs.push({ first: told[before]!, again: told[i]!, last: told[i + length - 1]!, words: total })
    i += length - 1
  }
  return runs
}
/** Lines that end in other letters are not the same, which is cheaper to see than that they are. */
const ending = ({ text }: Line): string => text.slice(-24)
const long = `${said} It spends half of its money on that, and tells the parishes every year what was mended, what was not, and why, so that nobody has to ask. What is mended is put on a map that anybody can look at, with the day and the cost. What is left is put on the list of next year, the worst first.`
export const printedTwice: Check = defineCheck({
  code: 'wording.printed-twice', title: 'A table or a long passage that is printed twice', level: 'note',
  about: 'Sixty words or more stand twice in a report and its appendices, word for word: a table that was put in again, or a note that was copied to another table where it may not fit. Print it once and refer to it.',
  right: [`${said}\n\n${long}\n\n${said}\n`],
  wrong: [`${long}\n\nThe parishes were asked.\n\n${long}\n`],
  find: (paper) => families(paper).flatMap((lines) => runsIn(lines).map((run): Fault => ({
    at: run.again, also: [run.first], fault: withoutNumber(run.first.text), found: brief(run.again.text, 60), message: `${run.words} words from "${brief(run.again.text, 60)}"${run.last === run.again ? '' : ` to "${brief(run.last.text, 40)}"`} stand twice in the report. Print them once and refer to them, or check that both places are meant.`,
  }))),
})

const sentenceEnd = /(?<=[.!?])\s+(?=[A-Z])/
const ownSentences = (line: Line): string[] => (line.style === 'row' || line.text.length < 60 ? [] : line.text.split(sentenceEnd).map((s) => plainWords(s.replace(/<[^>]*>/g, ''))))
const fewestInSentence = 7
export const copiedSentence: Check = defineCheck({
  code: 'wording.copied-sentence', title: 'The sentence of the paragraph above', level: 'warning',
  about: 'A paragraph ends with the sentence that the paragraph just above it ends with: most likely copied with the line, and not about this one. Take it out of the one that it does not belong to.',
  right: ['You may look at the register of members. It stands on the pages of the council under its members.\n\nYou may look at the list of powers. Ask the clerk of the council for it.'],
  wrong: ['You may look at the register of members. It stands on the pages of the council under its members.\n\nYou may look at the list of powers. It stands on the pages of the council under its members.'],
  find: (paper) => packOf(paper).parts.flatMap((part) => part.lines.flatMap((line, i): Fault[] => {
    const above = part.lines[i - 1]
    const [here, there] = above && ending(line) === ending(above) ? [ownSentences(line), ownSentences(above)] : [[], []]
    const last = here.at(-1)
    if (!above || last === undefined || here.length < 2 || last !== there.at(-1) || wordsIn(last) < fewestInSentence || here[0] === there[0]) return []
    return [{ at: line, also: [above], found: brief(last, 60), message: `This ends with the sentence of the paragraph above it, "${brief(last, 70)}". Take it out of the one that it does not belong to.` }]
  })),
})
