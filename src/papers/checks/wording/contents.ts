import { likeness, plainWords, profileOf } from '../../../kit/words.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'

const heading = /^(?:table of )?contents(?: page)?:?$/i
const listed = /^(.{3,110}?)[\s.…·_–-]*[\s.…](\d{1,3})$/
type Entry = { readonly title: string; readonly page: number; readonly line: Line }
const plainTitle = (text: string): string => plainWords(text.replace(/^(?:section |part |chapter )?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])[.):]?\s+/i, '').replace(/&/g, 'and').replace(/[:–-]+\s*$/, ''))

const entryOf = (line: Line): Entry | null => {
  const m = listed.exec(line.text)
  return m && /[A-Za-z]{3}/.test(m[1]!) ? { title: m[1]!.trim(), page: Number(m[2]), line } : null
}
/** The entries under "Contents", up to the first line that is none. */
const entriesIn = (lines: readonly Line[]): { entries: Entry[]; rest: readonly Line[] } => {
  const from = lines.findIndex((l) => l.text.length < 30 && heading.test(l.text))
  if (from < 0) return { entries: [], rest: [] }
  const own = lines.slice(from + 1)
  const skip = /^page(?: no\.?| number)?$/i.test(own[0]?.text ?? '') ? 1 : 0
  const end = own.findIndex((l, i) => i >= skip && entryOf(l) === null)
  const entries = own.slice(skip, end < 0 ? own.length : end).flatMap((l) => entryOf(l) ?? [])
  return { entries, rest: own.slice(skip + entries.length) }
}
const fewest = 4
const paper = (...titles: readonly string[]): string => `Roads Strategy\n\nContents\n\nForeword\t3\nOur roads\t4\nWhat we will do\t6\nWhat it costs\t9\n\n${titles.map((t) => `${t}\n\nThe roads of the county are old and have to be mended.`).join('\n\n')}\n`

export const contentsDiffer: Check = defineCheck({
  code: 'wording.contents', title: 'Contents that do not match the headings', level: 'warning',
  about: 'The list of contents names a heading that the paper does not have, while it has most of the others: the heading was reworded or taken out. Correct the list. Pages that run backwards are told too.',
  right: [paper('Foreword', 'Our roads', 'What we will do', 'What it costs')],
  wrong: [paper('Foreword', 'Our roads', 'What we shall be doing', 'What it costs')],
  find: (checked) => packOf(checked).parts.flatMap((part): Fault[] => {
    const { entries, rest } = entriesIn(part.lines)
    if (entries.length < fewest) return []
    const short = rest.filter((l) => l.text.length < 120)
    const there = new Set(short.map((l) => plainTitle(l.text)))
    const lost = entries.filter((e) => !there.has(plainTitle(e.title)))
    const backwards = entries.slice(1).filter((e, i) => e.page < entries[i]!.page)
    const near = (e: Entry): string | null => {
      const own = profileOf(plainTitle(e.title))
      const best = short.filter((l) => l.style !== 'row').map((l) => ({ text: l.text, like: likeness(own, profileOf(plainTitle(l.text))) })).reduce((a, b) => (b.like > a.like ? b : a), { text: '', like: 0 })
      return best.like > 0.5 ? best.text : null
    }
    return [
      ...(lost.length * 5 > entries.length * 2 ? [] : lost.map((e): Fault => {
        const meant = near(e)
        return { at: e.line, found: e.title, ...(meant === null ? {} : { expected: meant }), message: `The contents list "${brief(e.title, 60)}", ${meant === null ? 'but no heading has that name' : `but the heading is "${brief(meant, 60)}"`}. Use one name.` }
      })),
      ...(backwards.length === 1 ? backwards.map((e): Fault => ({ at: e.line, found: String(e.page), message: `"${brief(e.title, 60)}" is on page ${e.page}, before the entry above it. Correct the page.` })) : []),
    ]
  }),
})
