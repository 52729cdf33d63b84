import { classes, type Attributes, type Extra, type Text } from './text.ts'

export type TableCell = { readonly text?: Text; readonly format?: string; readonly classes?: string; readonly colspan?: number; readonly rowspan?: number; readonly attributes?: Attributes }
export type TableProps = Extra & {
  readonly caption?: Text; readonly captionClasses?: string; readonly head?: readonly TableCell[]; readonly rows: readonly (readonly TableCell[])[]; readonly firstCellIsHeader?: boolean
}
const span = (cell: TableCell) => ({ colspan: cell.colspan || undefined, rowspan: cell.rowspan || undefined, ...cell.attributes })

const BodyCell = ({ cell, header }: { cell: TableCell; header: boolean }) => header
  ? <th scope="row" class={classes('govuk-table__header', cell.classes)} {...span(cell)}>{cell.text}</th>
  : <td class={classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)} {...span(cell)}>{cell.text}</td>

export const Table = (p: TableProps) => (
  <table class={classes('govuk-table', p.classes)} {...p.attributes}>
    {p.caption ? <caption class={classes('govuk-table__caption', p.captionClasses)}>{p.caption}</caption> : null}
    {p.head ? (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {p.head.map((cell) => <th scope="col" class={classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)} {...span(cell)}>{cell.text}</th>)}
        </tr>
      </thead>
    ) : null}
    <tbody class="govuk-table__body">
      {p.rows.filter(Boolean).map((row) => <tr class="govuk-table__row">{row.map((cell, i) => <BodyCell cell={cell} header={i === 0 && Boolean(p.firstCellIsHeader)} />)}</tr>)}
    </tbody>
  </table>
)
