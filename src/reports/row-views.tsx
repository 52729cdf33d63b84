import { statusBars, type Part } from '../charts/index.ts'
import { Chart, Scroll, StatusTag } from '../web/index.ts'
import type { Links } from './links.ts'
import type { Tally } from './reading.ts'
import type { ReportRow } from './rows.ts'

const partsOf = (tallies: readonly Tally[]): Part[] => tallies.map((t) => ({ word: t.name, colour: t.colour, mark: t.kind, count: t.count }))
const spokenParts = (tallies: readonly Tally[]): string => tallies.filter((t) => t.count > 0).map((t) => `${t.name}: ${t.count}`).join('; ')

/** One bar of statuses, as wide as the page or as a telephone. */
export const StatusChart = ({ id, title, tallies }: { id: string; title: string; tallies: readonly Tally[] }) => {
  const chart = (width: number, name: string) => statusBars({ title, description: spokenParts(tallies), bars: [{ label: title, parts: partsOf(tallies) }], width, id: name })
  return <Chart wide={chart(1060, `${id}-w`)} narrow={chart(330, `${id}-n`)} />
}

const countIn = (tallies: readonly Tally[], code: string): number => tallies.find((t) => t.code === code)?.count ?? 0
const sum = (tallies: readonly Tally[]): number => tallies.reduce((n, t) => n + t.count, 0)

/** The figures that the charts stand for: a line a theme, a column a status. */
export const StatusTable = ({ caption, noun, lines, total }: { caption: string; noun: string; lines: readonly { name: string; href?: string; tallies: readonly Tally[] }[]; total: readonly Tally[] }) => {
  const shown = total.filter((t) => t.count > 0)
  const Cells = ({ tallies }: { tallies: readonly Tally[] }) => <>{shown.map((s) => <td class="tl-number">{countIn(tallies, s.code)}</td>)}<td class="tl-number">{sum(tallies)}</td></>
  return (
    <>
    <p class="tl-caption" aria-hidden="true">{caption}</p>
    <Scroll label={caption}>
      <table class="tl-table">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <thead><tr><th scope="col">{noun}</th>{shown.map((s) => <th scope="col" class="tl-number">{s.name}</th>)}<th scope="col" class="tl-number">All</th></tr></thead>
        <tbody>{lines.map((l) => <tr><th scope="row">{l.href ? <a href={l.href}>{l.name}</a> : l.name}</th><Cells tallies={l.tallies} /></tr>)}</tbody>
        {lines.length > 1 ? <tfoot><tr><th scope="row">All</th><Cells tallies={total} /></tr></tfoot> : null}
      </table>
    </Scroll>
    </>
  )
}

export const statusOfRow = (row: ReportRow) => row.status ?? (row.code === null ? null : { name: row.code, letter: '', colour: null, kind: null })

/** What is still to be confirmed about a row, in words; the public is told, since its cells are empty. */
export const ToConfirm = ({ row }: { row: ReportRow }) => row.confirm.length === 0 ? null
  : <span class="tl-table__where">The council has yet to confirm: {row.confirm.join(', ')}.</span>

/** Rows with status and remark. `where` says under each what it belongs to. */
export const RowsTable = ({ label, noun, rows, at, where }: { label: string; noun: string; rows: readonly ReportRow[]; at: Links; where?: (row: ReportRow) => string }) => (
  <table class="tl-table tl-table--stack">
    <caption class="govuk-visually-hidden">{label}</caption>
    <thead><tr><th scope="col" class="tl-table__item">{noun}</th><th scope="col" class="tl-table__status">Status</th><th scope="col">What the council says</th></tr></thead>
    <tbody>{rows.map((row) => (
      <tr>
        <th scope="row" class="tl-table__item"><a href={at.item(row.item.id)}>{row.item.text}</a>{where ? <span class="tl-table__where">{where(row)}</span> : null}</th>
        <td class="tl-table__status"><StatusTag status={statusOfRow(row)} /></td>
        <td>{row.remark === '' ? <span class="tl-small">No remark</span> : row.remark}<ToConfirm row={row} /></td>
      </tr>
    ))}</tbody>
  </table>
)
