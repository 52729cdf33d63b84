import { isError } from '../../kit/finding.ts'
import { readPaper } from '../readers/index.ts'
import { recognise } from '../recognisers/index.ts'
import { printFindings } from './print.ts'
import { checkPaper } from './run.ts'
import { defaultSettings } from './settings.ts'
import { judge, readWaivers, standing } from './waivers.ts'

export type ReportChecked = { readonly printed: string; readonly findings: number; readonly errors: number }

/** Proof-reads a report of our own as any paper is. `waivers` is what a waivers file holds; a text is what is wrong with it. */
export const checkReport = async (file: string, bytes: Uint8Array, waivers: unknown, colour: boolean): Promise<ReportChecked | string> => {
  const waived = readWaivers(waivers ?? [])
  if (typeof waived === 'string') return waived
  const content = await readPaper(file, bytes)
  const judged = judge(content, checkPaper(content, recognise(content), [], defaultSettings), waived)
  const open = standing(judged)
  return { printed: printFindings(file, judged, colour), findings: open.length, errors: open.filter(isError).length }
}
