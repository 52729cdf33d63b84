import type { Check, CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { linesHaving, wordCountsOf, wordsOf } from '../pack/words.ts'

/** Two words that mean something else, or are as right, apart. */
const apart = /^(?:re-?(?:act|bound|claim|collect|cover|create|creation|dress|form|lay|lease|move|present|search|serve|sign|site|sort|store|treat)(?:s|ed|ing|d)?|co-?(?:op|opt|operat|ordinat)\w*|any\w+|every\w+|some\w+|may be|can not|in to|on to)$/
const halves = /^(?:a|an|all|and|any|are|as|at|be|but|by|can|down|every|for|from|has|her|his|in|into|is|it|may|me|no|not|of|off|on|one|or|out|over|some|so|the|time|to|under|up|us|was|way|we|while|with)$/
const often = 3
const least = 8

/** "re-fresh" where the paper has "refresh" three times. */
const hyphens = (counts: ReadonlyMap<string, number>): Map<string, string> => {
  const hyphened = new Map<string, string>()
  for (const [word, times] of counts) {
    if (times > 1 || !word.includes('-') || !/^[a-z]{2,}-[a-z]{3,}$/.test(word) || apart.test(word)) continue
    const joined = word.replace('-', '')
    if ((counts.get(joined) ?? 0) >= often) hyphened.set(word, joined)
  }
  return hyphened
}
/** "work", before which words it makes another word of the paper: "force". */
const splits = (counts: ReadonlyMap<string, number>): Map<string, Map<string, string>> => {
  const firsts = new Map<string, Map<string, string>>()
  for (const [word, times] of counts) {
    if (times < often || word.length < least || !/^[a-z]+$/.test(word)) continue
    for (let i = 3; i <= word.length - 3; i += 1) {
      const first = word.slice(0, i)
      if (!counts.has(first)) continue
      const second = word.slice(i)
      if (!counts.has(second) || halves.test(first) || halves.test(second)) continue
      firsts.set(first, (firsts.get(first) ?? new Map<string, string>()).set(second, word))
    }
  }
  return firsts
}

const find = (paper: CheckedPaper): Fault[] => {
  const { lines } = packOf(paper)
  const counts = wordCountsOf(lines)
  const [hyphened, split] = [hyphens(counts), splits(counts)]
  if (hyphened.size + split.size === 0) return []
  return linesHaving(lines, [...hyphened.keys(), ...split.keys()]).flatMap((line) => wordsOf(line).flatMap((words, c) => words.flatMap(({ word, index }, i): Fault[] => {
    const [next, cell] = [words[i + 1], line.cells[c]!]
    const joined = hyphened.get(word) ?? (next && next.index === index + word.length + 1 && cell[next.index - 1] === ' ' ? split.get(word)?.get(next.word) : undefined)
    if (joined === undefined || /\w|[./]/.test(cell[index - 1] ?? ' ')) return []
    const found = hyphened.has(word) ? word : `${word} ${next!.word}`
    return [{ at: line.style === 'row' ? line.sources[c] ?? line.source : line, found, expected: joined, fault: found, message: `"${found}" is elsewhere "${joined}" (${counts.get(joined)} times). Write it one way.` }]
  }))).filter((fault, _i, all) => all.filter((other) => other.found === fault.found).length === 1)
}

const said = 'The workforce is small. The workforce grows. A strategy for the workforce is new.'
export const twoWays: Check = defineCheck({
  code: 'wording.two-ways', title: 'A word in one piece and in two', level: 'note',
  about: 'A word that the paper writes in one piece three times or more and once with a space or a hyphen in it: "work force", "re-fresh". Write it one way.',
  right: [`${said} They represent us and represent all. They represent few. The papers were re-presented.`],
  wrong: [`${said} The work force is paid.`, 'We refresh the plan. We refresh the list. To refresh is to live. We re-fresh the map.'],
  find,
})
