import { hasWords, plainWords } from '../../../kit/words.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { threshold } from '../settings.ts'

const withoutNumber = (text: string): string => plainWords(text.replace(/^\(?(\d{1,3}(\.\d+)*|[a-z]|[ivx]+)[.)]\s+/i, ''))
const report = (...paragraphs: readonly string[]): string => `Title of report:\tA\nMeeting:\tB\nPurpose\n\nTo agree.\n\nKey considerations\n\n${paragraphs.join('\n\n')}\n`
const said = 'The council has a duty to look after every road and bridge in the county, in all weathers.'

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
      return [{ at: line, also: [before], found: brief(line.text, 60), message: `The paragraph "${brief(line.text, 60)}" stands twice in the report. Delete or rewrite one.` }]
    })
  }),
})

const mark = /(?<=[A-Za-z)\d%])\s?([*†‡])$/
const emphasis = /(^|[\s("'‘“])\*\S/

export const footnote: Check = defineCheck({
  code: 'wording.footnote', title: 'Footnote marks without a note', level: 'warning',
  about: 'A star in a table that sends the reader to a note which is not there. Add the note under the table, or take the mark out.',
  right: ['Waste collected*\t5\t6\nGlass\t3\t4\n\n*in tonnes, by the contractor\n', 'Waste collected*\t5\t6\nGlass\t3\t4\n\n* in tonnes, by the contractor\n'],
  wrong: ['Waste collected*\t5\t6\nGlass*\t3\t4\n\nThe contractor counted it.\n'],
  find: (paper) => {
    const { blocks } = paper.content
    return blocks.flatMap((table, i): Fault[] => {
      if (table.kind !== 'table') return []
      const marked = table.rows.flat().filter((c) => mark.test(c.text) && !emphasis.test(c.text))
      if (marked.length === 0) return []
      const [below, within] = [blocks.slice(i + 1, i + 8), table.rows.flat()]
      const explained = below.some((b) => b.kind === 'text' && (/^[*†‡]/.test(b.text) || b.style === 'list')) || within.some((c) => /^[*†‡]\s?[A-Za-z]{2}/.test(c.text)) || below.some((b) => b.kind === 'table' && b.rows.flat().some((c) => /^[*†‡]\s?[A-Za-z]{2}/.test(c.text)))
      const [first, ...rest] = marked
      return first && !explained ? [{ at: first.source, also: rest.map((c) => c.source), found: mark.exec(first.text)![1]!, message: `The mark in "${brief(first.text, 60)}" has no note under the table. Add the note, or take the mark out.` }] : []
    })
  },
})
