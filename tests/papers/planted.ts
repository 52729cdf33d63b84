import { readdirSync, readFileSync } from 'node:fs'
import type { Finding } from '../../src/kit/finding.ts'
import type { Source } from '../../src/kit/source.ts'
import { checkPaper, defaultSettings } from '../../src/papers/checks/index.ts'
import { withPlaces } from '../../src/papers/checks/pack/places.ts'
import { readPaper } from '../../src/papers/readers/index.ts'
import { recognise } from '../../src/papers/recognisers/index.ts'
import type { PaperContent } from '../../src/papers/types.ts'

/** A fault that somebody put into a made-up paper: the words that it stands in, the row's label in a table, and the line where the paper has lines. */
export type Planted = { readonly paper: string; readonly line?: number; readonly words: string; readonly row?: string; readonly area: string; readonly what: string }
export type Marked = { readonly found: readonly Planted[]; readonly missed: readonly Planted[]; /** Findings in the paper as it should be, and those that no planted fault explains. */ readonly alarms: readonly Finding[]; readonly stray: readonly Finding[] }

const folder = new URL('planted/', import.meta.url).pathname
const plain = (text: string): string => text.toLowerCase().replace(/[\s|]+/g, ' ').trim()
const key = ({ page, line, cell }: Source): string => `${page}/${line}/${cell}`

/** The words of each place: a paragraph's, or those of the whole row that a cell stands in. */
const wordsAt = (content: PaperContent): ReadonlyMap<string, string> => new Map(content.blocks.flatMap((b): [string, string][] => (b.kind === 'text' ? [[key(b.source), plain(b.text)]]
  : b.rows.flatMap((row): [string, string][] => { const words = plain(row.map((c) => c.text).join(' ')); return row.flatMap((c): [string, string][] => [[key(c.source), words], [key({ ...c.source, cell: null }), words]]) }))))

/** Whether a finding stands where the fault was planted, or names its words. */
const tells = (finding: Finding, fault: Planted, at: ReadonlyMap<string, string>): boolean => {
  const words = plain(fault.words), row = plain(fault.row ?? ''), found = plain(finding.found ?? '')
  if (words.length > 3 && found.length > 3 && (words.includes(found) || found.includes(words))) return true
  if (words.length > 6 && plain(finding.message).includes(words)) return true
  return [finding.source, ...(finding.also ?? [])].some((source) => {
    if (fault.line !== undefined && source.line !== null && Math.abs(source.line - fault.line) <= 1) return true
    const there = at.get(key(source)) ?? ''
    if (there.length < 3) return false
    const inRow = row.length > 1 && there.includes(row)
    return (words !== '' && there.includes(words) && (words.length > 5 || row === '' || inRow)) || (inRow && words.length <= 5) || (there.length > 15 && words.includes(there))
  })
}

const checked = async (file: string): Promise<{ readonly content: PaperContent; readonly findings: readonly Finding[] }> => {
  const content = withPlaces(await readPaper(file, readFileSync(folder + file)))
  return { content, findings: checkPaper(content, recognise(content), [], defaultSettings) }
}

export const sets = ['first', 'second', 'third', 'fourth'] as const
/** What is found of the faults planted in a set of papers, and what is told besides. */
export const marked = async (set: (typeof sets)[number]): Promise<Marked> => {
  const faults = JSON.parse(readFileSync(`${folder}${set}/key.json`, 'utf8')) as Planted[]
  const found: Planted[] = [], missed: Planted[] = [], alarms: Finding[] = [], stray: Finding[] = []
  for (const file of readdirSync(folder + set).filter((f) => f.includes('.right.'))) alarms.push(...(await checked(`${set}/${file}`)).findings)
  for (const file of readdirSync(folder + set).filter((f) => f.includes('.wrong.'))) {
    const { content, findings } = await checked(`${set}/${file}`)
    const at = wordsAt(content), own = faults.filter((f) => f.paper === file)
    for (const fault of own) (findings.some((f) => tells(f, fault, at)) ? found : missed).push(fault)
    stray.push(...findings.filter((f) => !own.some((fault) => tells(f, fault, at))))
  }
  return { found, missed, alarms, stray }
}
