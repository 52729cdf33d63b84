import { printPeriod } from '../kit/period.ts'
import { Answer, Nothing, Part, StatusTag } from '../web/index.ts'
import { linksOf, PublicationPage, when } from './frame-views.tsx'
import type { Links } from './links.ts'
import { OfficersSay } from './prose-views.tsx'
import type { PublicCouncil } from './published.ts'
import { answerOf, qualifierOf, type Reading, type Theme } from './reading.ts'
import type { ReportRow } from './rows.ts'
import { StatusChart, StatusTable, statusOfRow, ToConfirm } from './row-views.tsx'
import { answeringNoun, nounOf } from './wording.ts'

/** Rows of one parent, which stands above them as a line of the table. */
type Group = { readonly title: string; readonly above: string; readonly rows: readonly ReportRow[] }
const groupsOf = (reading: Reading, rows: readonly ReportRow[]): Group[] => {
  const groups = new Map<string, ReportRow[]>()
  for (const row of rows) groups.set(row.item.parent ?? '', [...(groups.get(row.item.parent ?? '') ?? []), row])
  return [...groups.values()].map((own) => {
    const above = reading.above(own[0]!.item)
    return { title: above.length > 1 ? above.at(-1)!.text : '', above: above.slice(1, -1).map((i) => i.text).join(' › '), rows: own }
  })
}

const Rows = ({ reading, theme, at }: { reading: Reading; theme: Theme; at: Links }) => {
  const noun = answeringNoun(reading.snapshot, 1)
  return (
    <table class="tl-table tl-table--stack">
      <caption class="govuk-visually-hidden">Every {noun} of {theme.name}</caption>
      <thead><tr><th scope="col" class="tl-table__item">{noun.charAt(0).toUpperCase() + noun.slice(1)}</th><th scope="col" class="tl-table__status">Status</th><th scope="col">What the council says</th></tr></thead>
      {groupsOf(reading, theme.rows).map((g) => (
        <tbody>
          {g.title === '' ? null : <tr class="tl-table__group"><th scope="rowgroup" colspan={3}>{g.above === '' ? null : <small>{g.above}</small>}{g.title}</th></tr>}
          {g.rows.map((row) => (
            <tr>
              <th scope="row" class="tl-table__item"><a href={at.item(row.item.id)}>{row.item.text}</a></th>
              <td class="tl-table__status"><StatusTag status={statusOfRow(row)} /></td>
              <td>{row.remark === '' ? <span class="tl-small">No remark</span> : row.remark}<ToConfirm row={row} /></td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

export const ThemePage = ({ council, reading, theme }: { council: PublicCouncil; reading: Reading; theme: Theme }) => {
  const at = linksOf(reading)
  const answer = `${theme.name}: ${answerOf(reading, theme.headline)}`
  return (
    <PublicationPage council={council} reading={reading} title={answer} section="overview" here={theme.name}>
      <Answer kicker={`${when(reading)} · ${nounOf(reading.snapshot.plan.levels[0] ?? 'theme', 1)}`} text={answer}>
        {theme.full === theme.name ? null : <p>{theme.full}</p>}
        {theme.rows.length > 0 ? <p>{qualifierOf(theme.rows, theme.headline)}</p> : null}
      </Answer>
      {theme.rows.length === 0 ? <Nothing>Nothing was reported for this part of the plan in {printPeriod(reading.snapshot.period)}. <a href={at.plan}>Read it in the plan</a>.</Nothing> : (
        <>
          <Part id="statuses" title="Statuses">
            <StatusChart id="theme" title={`${theme.name}: statuses`} tallies={theme.tallies} />
            <StatusTable caption="The same in figures" noun={reading.snapshot.plan.levels[0] ?? 'Theme'} lines={[{ name: theme.name, tallies: theme.tallies }]} total={theme.tallies} />
          </Part>
          <OfficersSay snapshot={reading.snapshot} theme={theme.full} />
          <Part id="rows" title={`All ${theme.rows.length} ${answeringNoun(reading.snapshot, theme.rows.length)}`}><Rows reading={reading} theme={theme} at={at} /></Part>
        </>
      )}
    </PublicationPage>
  )
}
