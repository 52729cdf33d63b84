import type { Mark } from '../charts/index.ts'
import type { Day } from '../kit/day.ts'

/** Words in a line. `change` marks wording that is gone or new against the approved plan. */
export type Run = { readonly text: string; readonly strong?: true; readonly emphasis?: true; readonly change?: 'gone' | 'new'; readonly href?: string }

/** A status as the document shows it: `code` is what its papers print, `name` what it means. */
export type StatusMark = { readonly code: string; readonly name: string; readonly letter: string; readonly colour: string; readonly mark: Mark }

/** A cell. `quiet` repeats the row above and is set in a lighter ink. A status cell of null is printed empty: no status was stated. */
export type Cell =
  | { readonly kind: 'words'; readonly runs: readonly Run[]; readonly quiet: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'status'; readonly status: StatusMark | null; readonly shown: 'code' | 'name' }

/** `share` of the table's width; numbers stand at the end of their column. */
export type Column = { readonly heading: string; readonly share: number; readonly align: 'start' | 'end' }
export type Table = { readonly kind: 'table'; readonly caption: string; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[]; readonly rowHeadings: boolean; readonly totalRow: boolean
  /** Percent of the page's width; all of it unless told. */
  readonly width?: number }

/** An item behind its plan: its status in words, the item, where it stands, and what its officer says. */
export type Entry = { readonly status: StatusMark | null; readonly said: string; readonly text: string; readonly where: string; readonly remark: string }

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly id: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly style: 'body' | 'lead' | 'note' }
  | { readonly kind: 'list'; readonly marker: 'bullet' | 'number' | 'letter'; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly runs: readonly Run[] }[] }
  | { readonly kind: 'figure'; readonly title: string; readonly description: string; readonly svg: string; readonly width: number; readonly height: number }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'terms'; readonly terms: readonly { readonly term: string; readonly meaning: string }[] }
  | { readonly kind: 'contents' }
  | Table

export type Section = { readonly orientation: 'portrait' | 'landscape'; readonly blocks: readonly Block[] }

/** What every renderer is given, and all that it is given. */
export type Document = {
  readonly title: string
  readonly council: string
  /** "Delivery Plan 2025/26: Quarter 2 2025/26" */
  readonly subject: string
  /** The day the facts were frozen; the files' own date. A draft has the last day of its period. */
  readonly date: Day
  readonly edition: string
  readonly sections: readonly Section[]
}

export const run = (text: string): Run => ({ text })
export const heading = (level: 1 | 2 | 3, text: string, id: string): Block => ({ kind: 'heading', level, text, id })
export const paragraph = (text: string, style: 'body' | 'lead' | 'note' = 'body'): Block => ({ kind: 'paragraph', runs: [run(text)], style })
export const words = (text: string, quiet = false): Cell => ({ kind: 'words', runs: [run(text)], quiet })
export const number = (value: number): Cell => ({ kind: 'number', value })
export const column = (heading: string, share: number, align: 'start' | 'end' = 'start'): Column => ({ heading, share, align })

export const plainText = (runs: readonly Run[]): string => runs.map((r) => r.text).join('')
export const cellText = (cell: Cell): string => {
  switch (cell.kind) {
    case 'words': return plainText(cell.runs)
    case 'number': return String(cell.value)
    case 'status': return cell.status === null ? '' : cell.status[cell.shown]
  }
}
