import type { Finding } from '../../kit/finding.ts'
import { workApart } from '../readers/apart.ts'
import { formatOf } from '../readers/format.ts'
import { readHere } from '../readers/here.ts'
import { recognise } from '../recognisers/index.ts'
import type { PaperContent } from '../types.ts'
import type { CheckedPaper, CheckSettings } from './check.ts'
import { forChecking, runChecks } from './run.ts'

type Brought = { readonly file: string; readonly bytes: Uint8Array }
/** A paper to check, the earlier papers that it is held against, and the settings that hold for it. */
export type CheckJob = Brought & { readonly against: readonly Brought[]; readonly settings: CheckSettings }
/** The paper as it was read, with what its reader and the checks found. */
export type CheckedFile = { readonly content: PaperContent; readonly findings: readonly Finding[] }

const opened = async ({ file, bytes }: Brought, against: readonly CheckedPaper[], settings: CheckSettings): Promise<CheckedPaper> => {
  const content = await readHere(file, bytes, formatOf(file, bytes))
  return forChecking(content, recognise(content), against, settings)
}

/** Reads a paper and checks it, in this process. */
export const checkHere = async ({ against, settings, ...brought }: CheckJob): Promise<CheckedFile> => {
  const earlier: CheckedPaper[] = []
  for (const one of against) earlier.push(await opened(one, [], settings))
  const paper = await opened(brought, earlier, settings)
  return { content: paper.content, findings: [...paper.content.findings, ...runChecks(paper)] }
}

/** The same in a process of its own, which is ended when it takes too long or grows too large: for papers that strangers send. */
export const checkApart = workApart<typeof checkHere>('checker', 'checking it')
