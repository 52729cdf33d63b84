import { collapse } from '../../kit/words.ts'
import type { Source } from '../../kit/source.ts'
import type { MadeReport, OwnError, ProofRead, ProofReader } from '../../reports/index.ts'
import type { Ctx } from '../../people/index.ts'
import { readPaper } from '../readers/index.ts'
import type { PaperContent } from '../types.ts'
import { letStand, settingsFor, waiversFor } from './actions.ts'
import { checkReport } from './own-report.ts'
import { printFindings } from './print.ts'
import { readWaivers, standing, type Judged } from './waivers.ts'

const key = ({ page, line, cell }: Source): string => `${page}/${line}/${cell}`
/** The words at each place of a paper that has nothing but those. */
const wordsAt = (content: PaperContent): ReadonlyMap<string, string> => new Map(content.blocks.flatMap((b): [string, string][] =>
  b.kind === 'text' ? [[key(b.source), b.text]] : b.rows.flat().filter((c) => c.covered === null).map((c) => [key(c.source), c.text])))

const read = async (ctx: Ctx, { file, bytes, quotes }: MadeReport, waivers: unknown = [], colour = false): Promise<ProofRead | string> => {
  const given = readWaivers(waivers)
  if (typeof given === 'string') return given
  const content = await readPaper(file, bytes)
  const words = wordsAt(content)
  const { judged, refusedFor } = checkReport(content, (await settingsFor(ctx)).settings, [...await waiversFor(ctx), ...given])
  const isOwn = ({ finding: f }: Judged): boolean => !quotes.has(collapse(words.get(key(f.source)) ?? ''))
  const own = judged.filter((j) => refusedFor.includes(j.finding) && isOwn(j)).map(({ finding, fingerprint }): OwnError => ({ message: finding.message, code: finding.code, fingerprint }))
  return { printed: printFindings(file, judged, colour), findings: standing(judged).length, quoted: refusedFor.length - own.length, own }
}

/** The proof-reading of our own reports. */
export const proofReader: ProofReader = { read, letStand: (ctx, { fingerprint, code }, reason) => letStand(ctx, { fingerprint, code, reason }) }
