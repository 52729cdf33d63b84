import { readFile } from 'node:fs/promises'
import { parse, YAMLParseError } from 'yaml'
import { Refused } from './command.ts'

/** The text of a file that a person named. */
export const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw new Refused(`${file}: it can't be opened. Check the name and the folder.`)
    throw error
  }
}

/** What a YAML or JSON file holds. */
export const dataOf = async (file: string): Promise<unknown> => {
  try {
    return parse(await textOf(file)) as unknown
  } catch (error) {
    if (error instanceof YAMLParseError) throw new Refused(`${file}: it is neither YAML nor JSON (${error.message.split('\n')[0]}).`)
    throw error
  }
}
