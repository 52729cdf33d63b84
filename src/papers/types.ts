import type { Finding } from '../kit/finding.ts'
import type { Source } from '../kit/source.ts'
import type { ActionRow, PlanRow } from '../plans/index.ts'

export type PaperFormat = 'text' | 'docx' | 'xlsx' | 'csv' | 'html' | 'pdf' | 'json'

/** One paragraph of a cell. `bullet` is 0 for a plain paragraph, 1 for a bullet, 2 for a bullet nested in a bullet. */
export type CellParagraph = { readonly text: string; readonly bullet: 0 | 1 | 2 }

/** A cell of a table as the paper has it, before anybody says what it means. */
export type PaperCell = {
  /** All its words, white space collapsed, bullets and mark-up gone. */
  readonly text: string
  readonly paragraphs: readonly CellParagraph[]
  readonly source: Source
  /** Background as `#rrggbb`, null where it has none or the format keeps none. */
  readonly fill: string | null
  /** Not null where a merged cell above or to the left covers this place; the text is then that of the merged cell. */
  readonly covered: 'above' | 'left' | null
  readonly bold: boolean
}

export type PaperText = { readonly kind: 'text'; readonly style: 'heading' | 'paragraph' | 'list'; readonly level: number; readonly text: string; readonly source: Source }
/** A table piece: rows of equal or unequal length, exactly as the paper lays them out; a table over three pages is three pieces. */
export type PaperTable = { readonly kind: 'table'; readonly caption: string | null; readonly rows: readonly (readonly PaperCell[])[]; readonly source: Source
  /** Why a person should look at every row, where the reader could not be sure which words are one cell. */
  readonly doubt?: string }
export type PaperBlock = PaperText | PaperTable

/** A paper's bytes, read: what stands in it, in reading order, each thing with its place. */
export type PaperContent = {
  readonly file: string
  readonly sha256: string
  readonly format: PaperFormat
  /** null where the format does not have pages or does not say. */
  readonly pages: number | null
  readonly title: string | null
  readonly blocks: readonly PaperBlock[]
  readonly findings: readonly Finding[]
}

export type TableKind = 'plan' | 'progress' | 'actions' | 'measures' | 'money' | 'risks' | 'reviewers' | 'other'
export type LegendEntry = { readonly name: string; readonly colour: string | null; readonly meaning: string; readonly source: Source }

type TableOf<K extends TableKind, R> = {
  readonly kind: K
  readonly title: string
  /** `2024-25-Q1`, `2024-25`, `2024-09`; null where the paper does not say. */
  readonly period: string | null
  /** The headings as printed, in order. */
  readonly columns: readonly string[]
  readonly source: Source
  readonly rows: readonly R[]
  /** The key or legend that belongs to the table, where the paper has one. */
  readonly legend?: readonly LegendEntry[]
}

/** What was printed in a figure's place. `value` in the table's unit and scale; null for blank, "-", NIL, N/A or unreadable, told apart by `state`. */
export type Figure = { readonly text: string; readonly value: string | null; readonly state: 'number' | 'blank' | 'dash' | 'nil' | 'not-applicable' | 'words'; readonly unit: string | null; readonly source: Source }
export type MoneyRow = { readonly label: string; readonly role: 'line' | 'subtotal' | 'total' | 'heading'; readonly figures: Readonly<Record<string, Figure>>; readonly source: Source; readonly review: readonly string[]; readonly repaired: readonly string[] }
export type MeasureRow = { readonly name: string | null; readonly previous: string | null; readonly expected: string | null; readonly actual: string | null; readonly status: string | null; readonly unit: string | null; readonly source: Source; readonly review: readonly string[]; readonly repaired: readonly string[] }
export type OtherRow = { readonly cells: Readonly<Record<string, string>>; readonly source: Source; readonly review: readonly string[]; readonly repaired: readonly string[] }

export type RecognisedTable =
  | TableOf<'plan' | 'progress', PlanRow>
  | TableOf<'actions', ActionRow>
  | (TableOf<'money', MoneyRow> & { readonly unit: string | null })
  | TableOf<'measures', MeasureRow>
  | TableOf<'risks' | 'reviewers' | 'other', OtherRow>

/** What `read` gives of a paper: design.md section 6. */
export type Recognised = {
  readonly paper: { readonly file: string; readonly sha256: string; readonly kind: PaperFormat; readonly pages: number | null }
  readonly tables: readonly RecognisedTable[]
  readonly findings: readonly Finding[]
}
