import type { PaperContent } from '../types.ts'

/** Reads a paper's bytes into blocks with positions; the format is told by the bytes, not by the name. Refuses what it can't read safely. */
export const readPaper = async (_file: string, _bytes: Uint8Array): Promise<PaperContent> => {
  throw new Error('not built yet')
}
