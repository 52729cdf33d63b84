import type { PaperBlock } from '../../types.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'

const mark = /(?<=[A-Za-z)\d%])\s?(\*{1,4}|†|‡)$/
const emphasis = /(^|[\s("'‘“])\*\S/
const note = /^(\*{1,4}|†|‡)\s?[A-Za-z]{2}/
const noteOf = (text: string): string | null => (emphasis.test(text.replace(/^\*+/, '')) ? null : note.exec(text)?.[1] ?? null)
const textsOf = (block: PaperBlock): string[] => (block.kind === 'text' ? [block.text] : block.rows.flatMap((row) => row.map((c) => c.text)))

export const footnote: Check = defineCheck({
  code: 'wording.footnote', title: 'Footnote marks without a note', level: 'warning',
  about: 'A star in a table that sends the reader to a note which is not there, or which has another number of stars. Add the note under the table, or correct the mark.',
  right: ['Waste collected*\t5\t6\nGlass\t3\t4\n\n*in tonnes, by the contractor\n', 'Waste collected*\t5\t6\nGlass\t3\t4\n\n* in tonnes, by the contractor\n'],
  wrong: ['Waste collected*\t5\t6\nGlass*\t3\t4\n\nThe contractor counted it.\n', 'Waste collected*\t5\t6\nGlass\t3\t4\n\n†In tonnes, by the contractor\n'],
  find: (paper) => {
    const { blocks } = paper.content
    return blocks.flatMap((table, i): Fault[] => {
      if (table.kind !== 'table') return []
      const marked = table.rows.flat().filter((c) => mark.test(c.text) && !emphasis.test(c.text))
      const [first, ...rest] = marked
      if (!first) return []
      const below = blocks.slice(i + 1, i + 8)
      const notes = [table, ...below].flatMap(textsOf).flatMap((text) => noteOf(text) ?? [])
      const marks = new Set(marked.map((c) => mark.exec(c.text)![1]!))
      // A note that the reader took for a bullet has lost its star.
      if (notes.some((n) => marks.has(n)) || below.some((b) => b.kind === 'text' && b.style === 'list')) return []
      const other = notes.length > 0 ? `, but the note has "${notes[0]}". Use one mark.` : '. Add the note, or take the mark out.'
      return [{ at: first.source, also: rest.map((c) => c.source), found: mark.exec(first.text)![1]!, message: `The mark in "${brief(first.text, 60)}" has no note under the table${other}` }]
    })
  },
})

const back = 12
export const unmarkedNote: Check = defineCheck({
  code: 'wording.note-unmarked', title: 'Notes that no mark sends to', level: 'warning',
  about: 'A note under a table begins with a star or dagger, and nothing in the table or around it has that mark, so nobody knows what the note is of. Put the mark where it belongs.',
  right: ['Waste\tTonnes\nCollected*\t5\nGlass\t3\n\n*In tonnes, by the contractor\n'],
  wrong: ['Waste\tTonnes\nCollected\t5\nGlass\t3\n\n†In tonnes, by the contractor\n'],
  find: (paper) => {
    const { blocks } = paper.content
    return blocks.flatMap((b, i): Fault[] => {
      const own = b.kind === 'text' && b.style !== 'list' && b.text.length < 300 ? noteOf(b.text) : null
      const before = own === null ? [] : blocks.slice(Math.max(0, i - back), i)
      if (own === null || !before.slice(-4).some((x) => x.kind === 'table') || before.some((x) => textsOf(x).some((text) => text.includes(own[0]!)))) return []
      return [{ at: b.source, found: own, message: `The note "${brief(textsOf(b)[0]!, 60)}" has a mark (${own}) that nothing in the table has. Put the mark where it belongs.` }]
    })
  },
})
