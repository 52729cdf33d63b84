import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The folder of real papers beside the checkout; not part of the project, so tests that need them are skipped where they are absent. */
export const papersFolder = resolve('../shared/papers')
export const hasPapers = existsSync(`${papersFolder}/expected`)
export const paper = (name: string): string => `${papersFolder}/${name}`

/** Says on the screen why tests are skipped. */
export const tellSkipped = (what: string): void => {
  if (!hasPapers) process.stderr.write(`${what}: skipped, the real papers are not in ${papersFolder}\n`)
}
