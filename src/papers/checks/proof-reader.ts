import { collapse } from '../../kit/words.ts'
import type { Finding } from '../../kit/finding.ts'
import type { Source } from '../../kit/source.ts'
import { readPaper } from '../readers/index.ts'
import type { PaperContent } from '../types.ts'
import { checkReport } from './own-report.ts'
import { printFindings } from './print.ts'
import { defaultSettings } from './settings.ts'
import { readWaivers, standing } from './waivers.ts'

/** `errors` stand in what the report itself says; `quoted` stand in words that it repeats from the papers. */
export type ProofRead = { readonly printed: string; readonly findings: number; readonly errors: number; readonly quoted: number; /** The errors in the report's own words, a line each. */ readonly says: readonly string[] }

const key = ({ page, line, cell }: Source): string => `${page}/${line}/${cell}`
/** The words at each place of a paper that has nothing but those. */
const wordsAt = (content: PaperContent): ReadonlyMap<string, string> => new Map(content.blocks.flatMap((b): [string, string][] =>
  b.kind === 'text' ? [[key(b.source), b.text]] : b.rows.flat().filter((c) => c.covered === null).map((c) => [key(c.source), c.text])))

/** Proof-reads a report of our own as any paper is. `waivers` is what a waivers file holds; a text is what is wrong with it. Words that it quotes as they were reported are their paper's to mend. */
export const proofReader = async (file: string, bytes: Uint8Array, quotes: ReadonlySet<string>, waivers: unknown, colour: boolean): Promise<ProofRead | string> => {
  const given = readWaivers(waivers)
  if (typeof given === 'string') return given
  const content = await readPaper(file, bytes)
  const words = wordsAt(content)
  const { judged, refusedFor } = checkReport(content, defaultSettings, given)
  const isQuoted = (f: Finding): boolean => quotes.has(collapse(words.get(key(f.source)) ?? ''))
  const own = refusedFor.filter((f) => !isQuoted(f))
  const quoted = refusedFor.length - own.length
  return { printed: printFindings(file, judged, colour), findings: standing(judged).length, errors: own.length, quoted, says: own.map((f) => f.message) }
}
