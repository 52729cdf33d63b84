import { readFile } from 'node:fs/promises'
import type { PlanRow } from '../plans/index.ts'
import { Refused } from '../kit/refused.ts'
import { readPaper } from './readers/index.ts'
import { recognise } from './recognisers/index.ts'
import type { RecogniseOptions } from './recognisers/recogniser.ts'
import type { Recognised } from './types.ts'

/** The bytes of a paper; a file that isn't there or can't be opened is a one-line refusal that says what to do. */
export const paperBytes = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const what = { ENOENT: 'there is no such file. Check the name and the folder', EISDIR: 'it is a folder. Give the papers in it by name', EACCES: 'you may not read it. Ask for the right to, or copy it' }[code]
    if (what === undefined) throw error
    throw new Refused(`${file}: ${what}.`)
  }
}

/** A paper read and its tables recognised, without any database. */
export const readTables = async (file: string, options: RecogniseOptions = {}): Promise<Recognised> =>
  recognise(await readPaper(file, await paperBytes(file)), options)

/** The rows of the approved plan in a paper: its plan tables, or where it has none its update's. */
export const approvedRows = async (file: string): Promise<readonly PlanRow[]> => {
  const { tables } = await readTables(file)
  const plans = tables.flatMap((t) => (t.kind === 'plan' ? [...t.rows] : []))
  const rows = plans.length > 0 ? plans : tables.flatMap((t) => (t.kind === 'progress' ? [...t.rows] : []))
  if (rows.length === 0) throw new Refused(`${file}: no plan was found in it. Give --plan the paper that holds the approved plan.`)
  return rows
}
