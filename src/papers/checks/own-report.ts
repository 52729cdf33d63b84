import { isError, type Finding } from '../../kit/finding.ts'
import { nowhere } from '../../kit/source.ts'
import { readPaper } from '../readers/index.ts'
import { recognise } from '../recognisers/index.ts'
import type { PaperContent } from '../types.ts'
import type { CheckSettings } from './check.ts'
import { checks } from './registry.ts'
import { forChecking, runChecks } from './run.ts'
import { defaultSettings } from './settings.ts'
import { judge, standing, type Judged, type Waiver } from './waivers.ts'

export type ReportVerdict = { readonly judged: readonly Judged[]; /** The errors that nobody has waived: with any of them the report is not published. */ readonly refusedFor: readonly Finding[] }

/** Our own report, read back and proof-read like anybody's. */
export const checkReport = (content: PaperContent, settings: CheckSettings = defaultSettings, waivers: readonly Waiver[] = []): ReportVerdict => {
  const paper = forChecking(content, recognise(content), [], settings)
  const judged = judge(paper.content, runChecks(paper), waivers)
  return { judged, refusedFor: standing(judged).filter(isError) }
}
/** The same from the bytes of the file that was made (HTML, DOCX, PDF, text). */
export const checkReportFile = async (file: string, bytes: Uint8Array, settings: CheckSettings = defaultSettings, waivers: readonly Waiver[] = []): Promise<ReportVerdict> =>
  checkReport(await readPaper(file, bytes), settings, waivers)

/** What one paragraph can show by itself, without the report around it. */
const ofAParagraph = /^(dates\.(impossible|misspelt|year|weekday|backwards|quarter-day)|completeness\.(placeholder|template-instruction|drafting-note|abbreviation-letters)|wording\.(doubled-word|slip|spacing|brackets|apostrophe)|sum\.(percent|shares|prose))$/
const paragraphChecks = checks.filter((c) => ofAParagraph.test(c.code))

/** A paragraph that somebody is writing, checked as they write: a few milliseconds. */
export const checkParagraph = (text: string, { settings = defaultSettings }: { readonly settings?: CheckSettings } = {}): readonly Finding[] => {
  const content: PaperContent = { file: 'paragraph', sha256: '', format: 'text', pages: null, title: null, findings: [], blocks: [{ kind: 'text', style: 'paragraph', level: 0, text, source: nowhere }] }
  return runChecks(forChecking(content, { paper: { file: 'paragraph', sha256: '', kind: 'text', pages: null }, tables: [], findings: [] }, [], settings), paragraphChecks)
}
