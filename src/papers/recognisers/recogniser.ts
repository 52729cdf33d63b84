import type { Finding } from '../../kit/finding.ts'
import type { PlanRow } from '../../plans/index.ts'
import type { PaperBlock, PaperContent, RecognisedTable } from '../types.ts'

/** `plan`: the rows of the approved plan, whose wording helps to say which level a shifted cell is. */
export type RecogniseOptions = { readonly plan?: readonly PlanRow[] }
/** What one recogniser made of a paper, and the blocks it used up, which later recognisers must leave alone. */
export type Recognition = { readonly tables: readonly RecognisedTable[]; readonly findings: readonly Finding[]; readonly taken: readonly PaperBlock[] }
/** Tables with positions -> rows with meaning. `free` are the blocks that no earlier recogniser took, in reading order. */
export type Recogniser = (content: PaperContent, free: readonly PaperBlock[], options: RecogniseOptions) => Recognition
