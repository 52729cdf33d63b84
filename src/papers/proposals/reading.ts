import { planRows, type StoredPlan } from '../../plans/index.ts'
import type { Ctx } from '../../people/index.ts'
import { readPaper } from '../readers/index.ts'
import { recognise } from '../recognisers/index.ts'
import type { PaperContent, Recognised } from '../types.ts'

/** A paper's bytes as blocks and as tables, with no plan to help. */
export const firstReading = async (file: string, bytes: Uint8Array): Promise<{ content: PaperContent; recognised: Recognised }> => {
  const content = await readPaper(file, bytes)
  return { content, recognised: recognise(content) }
}

/** Read again with the approved plan's wording, which says of a shifted cell which level it is. */
export const readWithPlan = async (ctx: Ctx, content: PaperContent, plan: StoredPlan): Promise<Recognised> => recognise(content, { plan: await planRows(ctx.db, ctx.councilId, plan) })

