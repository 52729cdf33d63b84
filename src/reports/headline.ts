import { headline, type Headline, type Vocabulary } from '../progress/index.ts'
import type { ReportRow } from './rows.ts'

/** The headline of some rows of the update. */
export const headlineOf = (rows: readonly ReportRow[], vocabulary: Vocabulary): Headline => headline(rows.map((r) => ({ status: r.code })), vocabulary)
