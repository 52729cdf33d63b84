import { matchesIn } from '../../../kit/words.ts'
import { proseOf, type Told } from '../../facts/index.ts'
import { defineCheck, type Fault } from '../define.ts'

const marks: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<![\w)])\((i|ii|iii|iv|v|vi|vii|viii|ix|x)\)(?=\s)/g, ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']],
  [/(?<![\w)])\(([a-j])\)(?=\s)/g, 'abcdefghij'.split('')],
  [/(?<![\w)])\((\d)\)(?=\s)/g, ['1', '2', '3', '4', '5', '6', '7', '8', '9']],
]
/** How many items a sentence marks (i), (ii), (iii), where they run on from the first; null where it marks none. */
const marked = (text: string): { count: number; from: number } | null => {
  for (const [form, names] of marks) {
    const found = matchesIn(text, form)
    if (found.length >= 2 && found.every((m, i) => m[1] === names[i])) return { count: found.length, from: found[0]!.index }
  }
  return null
}
const open = /\b(?:includ\w*|such as|e\.g|among|some of|for example|at least|up to|over)\b/i
const announced = (sentence: Told): Omit<Fault, 'at'> & { readonly start: number } | null => {
  const items = marked(sentence.text)
  const said = items === null ? [] : sentence.figures.filter((f) => f.kind === 'count' && f.end < items.from && /^\s+(?:[a-z-]+\s+){0,3}?[a-z]{4,}s\b/.test(sentence.text.slice(f.end)) && items.from - f.end < 160)
  const last = said.at(-1)
  if (items === null || last === undefined || said.some((f) => Number(f.value) === items.count) || Number(last.value) > 12 || open.test(sentence.text.slice(last.end, items.from)) || /\b(?:weeks|months|years|days|hours)\b/i.test(sentence.text.slice(last.end, last.end + 10))) return null
  return { start: last.start, found: last.text, expected: String(items.count), message: `${last.text} are announced, but ${items.count} are marked in the sentence. Correct the number, or add what is missing.` }
}

export const enumeratedCheck = defineCheck({
  code: 'same.enumerated', title: 'As many are listed in a sentence as it announces', level: 'error',
  about: 'A sentence that announces a number of things and then marks them (i), (ii), (iii) is counted.',
  right: ['The panel made three requests: (i) a cap on fees, (ii) a forum and (iii) a yearly report.'], wrong: ['The panel made four requests: (i) a cap on fees, (ii) a forum and (iii) a yearly report.'],
  find: (paper) => proseOf(paper.content).flatMap(({ passage, sentences }) => (!passage.text.includes('(') ? [] : sentences.flatMap((sentence): Fault[] => {
    const fault = sentence.figures.length === 0 ? null : announced(sentence)
    if (fault === null) return []
    const { start, ...rest } = fault
    return [{ at: passage.at(sentence.start + start), ...rest }]
  }))),
})
