import type { PaperContent } from '../types.ts'
import { readApart } from './apart.ts'
import { formatOf } from './format.ts'
import { readHere } from './here.ts'
import { UnreadablePaper } from './unreadable.ts'

export { UnreadablePaper }
export { colourName } from './colours.ts'

/** Texts and CSV up to this many bytes are read where we are; all else in a process of its own that can be stopped. */
const lightLimit = 1_000_000

/** Reads a paper's bytes into blocks with positions; the format is told by the bytes, not by the name. Refuses what it can't read safely. */
export const readPaper = async (file: string, bytes: Uint8Array): Promise<PaperContent> => {
  const format = formatOf(file, bytes), light = format === 'text' || format === 'csv'
  return light && bytes.length <= lightLimit ? readHere(file, bytes, format) : readApart({ file, bytes, format })
}
