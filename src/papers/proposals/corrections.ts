import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { Refused } from '../../kit/refused.ts'
import { plainWords } from '../../kit/words.ts'
import { statusKinds } from '../../progress/index.ts'
import type { Ctx } from '../../people/index.ts'
import { proposalView } from './actions.ts'
import { confirmMatch, confirmRow, correctRow } from './answers.ts'
import { setStatusMeaning } from './status-meaning.ts'
import { rowCells, type ProposalRow, type ProposalView } from './types.ts'

const where = z.strictObject({ row: z.number().int().optional(), line: z.number().int().optional(), page: z.number().int().optional(), place: z.string().optional() })
const base = { paper: z.string().optional(), why: z.string().min(1) }
const ofRow = { ...base, ...where.shape }
const correction = z.union([
  z.strictObject({ ...ofRow, cell: z.enum(rowCells), read: z.string().optional(), as: z.coerce.string() }),
  z.strictObject({ ...ofRow, right: z.literal(true) }),
  z.strictObject({ ...ofRow, item: z.union([z.number().int(), z.literal('own')]) }),
  z.strictObject({ ...base, status: z.string(), means: z.enum(statusKinds), name: z.string().optional(), counts: z.boolean().optional() }),
])
export type Correction = z.infer<typeof correction>

const example = 'Each is "line: 40, cell: status, as: Green, why: ...", or "line: 40, right: true, why: ...", or "line: 40, item: 12, why: ..." ("own" for an item of its own), or "status: Teal, means: paused, why: ...".'

/** The corrections of a YAML file. Refuses one that is no list of corrections, saying which entry and why. */
export const parseCorrections = (text: string, file: string): readonly Correction[] => {
  try {
    const given: unknown = parse(text)
    if (!Array.isArray(given)) throw new Refused(`${file} is no list of corrections. ${example}`)
    return given.map((entry, i) => {
      const read = correction.safeParse(entry)
      if (!read.success) throw new Refused(`${file}, correction ${i + 1} can't be understood. ${example}`)
      return read.data
    })
  } catch (error) {
    if (error instanceof YAMLParseError) throw new Refused(`${file} is no YAML: ${error.message.split('\n')[0]}`, { cause: error })
    throw error
  }
}

type OfRow = Exclude<Correction, { readonly status: string }>
const describe = (c: OfRow): string => Object.entries({ row: c.row, line: c.line, page: c.page, place: c.place }).filter(([, v]) => v !== undefined).map(([k, v]) => `${k} ${v}`).join(', ')

/** The one row that a correction names. Refuses one that names none or several. */
const rowNamed = (proposal: ProposalView, c: OfRow): ProposalRow => {
  const named = [c.row, c.line, c.place].some((v) => v !== undefined)
  const found = proposal.rows.filter((r) => (c.row ?? r.row) === r.row && (c.line ?? r.source.line) === r.source.line && (c.page ?? r.source.page) === r.source.page && (c.place ?? r.source.cell) === r.source.cell)
  if (!named || found.length !== 1) throw new Refused(`${named ? describe(c) : 'A correction without row, line or place'} names ${found.length} rows of proposal ${proposal.proposalId}: say its row number.`)
  return found[0]!
}

const apply = async (ctx: Ctx, proposal: ProposalView, c: Correction): Promise<void> => {
  if (c.paper !== undefined && c.paper !== proposal.file) throw new Refused(`A correction is for ${c.paper}, and proposal ${proposal.proposalId} is of ${proposal.file}.`)
  if ('status' in c) return void await setStatusMeaning(ctx, proposal.planSlug, proposal.period, c.status, { kind: c.means, name: c.name, counts: c.counts }, c.why)
  const { row, cells } = rowNamed(proposal, c)
  if ('right' in c) return confirmRow(ctx, proposal.proposalId, row, c.why)
  if ('item' in c) return confirmMatch(ctx, proposal.proposalId, row, c.item === 'own' ? null : c.item, c.why)
  if (c.read !== undefined && plainWords(c.read) !== plainWords(cells[c.cell] ?? '')) throw new Refused(`${describe(c)}: the ${c.cell} reads "${cells[c.cell] ?? ''}" and not "${c.read}".`)
  return correctRow(ctx, proposal.proposalId, row, { [c.cell]: c.as }, c.why)
}

/** Applies corrections to a proposal, open or taken. To be called in a transaction: all of them or none. */
export const applyCorrections = async (ctx: Ctx, proposalId: number, corrections: readonly Correction[]): Promise<void> => {
  const proposal = await proposalView(ctx, proposalId)
  for (const c of corrections) await apply(ctx, proposal, c)
}
