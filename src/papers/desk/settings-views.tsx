import { dayInLondon, printDay } from '../../kit/day.ts'
import { Answer, Button, Checkboxes, Details, Input, Nothing, Part, Textarea, Token, WorkPage, type Work } from '../../web/index.ts'
import { checks, type Check } from '../checks/index.ts'
import { differences } from '../checks/settings-file.ts'
import { thresholds, type SettingsRevision } from '../checks/settings.ts'
import { ruleField, type SettingsProblem, type SettingsSaid } from './settings-form.ts'
import { checkHref } from './work-views.tsx'

type FormProps = { readonly work: Work; readonly said: SettingsSaid; readonly problems: readonly SettingsProblem[] }
const wrongAt = (problems: readonly SettingsProblem[], field: string) => { const found = problems.filter((p) => p.field === field); return found.length === 0 ? undefined : { text: found.map((p) => p.message).join(' ') } }

const areas: Readonly<Record<string, string>> = {
  sum: 'Sums and percentages', completeness: 'Gaps: what a report should have', same: 'The same thing said twice', dates: 'Dates and periods', status: 'Statuses and their remarks', wording: 'Names, numbering and wording', between: 'Against earlier papers',
}
const byArea = (): readonly (readonly [area: string, rules: readonly Check[]])[] => 
  [...new Set(checks.map((c) => c.code.split('.')[0]!))].map((area) => [area, checks.filter((c) => c.code.startsWith(`${area}.`))])

const howMany = (rules: readonly Check[], on: ReadonlySet<string>): string => {
  const n = rules.filter((c) => on.has(c.code)).length
  return n === rules.length ? `all ${n} on` : `${n} of ${rules.length} on`
}
const Area = ({ area, rules, said, problems }: { area: string; rules: readonly Check[] } & Omit<FormProps, 'work'>) => {
  const wrong = wrongAt(problems, ruleField(rules[0]!.code))
  return (
    <Details open={wrong !== undefined} classes="tl-rules" summaryText={<>{areas[area] ?? area}<span class="tl-small">: {howMany(rules, said.on)}</span></>} text={(
      <Checkboxes name={ruleField(rules[0]!.code)} classes="govuk-checkboxes--small" errorMessage={wrong} fieldset={{ legend: { text: areas[area] ?? area, classes: 'govuk-visually-hidden' } }}
        items={rules.map((c) => ({ name: ruleField(c.code), id: ruleField(c.code), value: 'on', text: c.title, hint: { text: `${c.level} · ${c.code}` }, checked: said.on.has(c.code) }))} />
    )} />
  )
}

const SettingsForm = ({ work, said, problems }: FormProps) => (
  <form method="post" action={checkHref(work, '/settings')}>
    <Token work={work} />
    <input type="hidden" name="seen" value={said.seen} />
    <Part id="rules" title="What is looked for" says="Open an area to switch a rule off that does not suit this council.">{byArea().map(([area, rules]) => <Area area={area} rules={rules} said={said} problems={problems} />)}</Part>
    <Part id="numbers" title="Thresholds" says="The number from which on something is told.">
      <div class="tl-columns">{Object.entries(thresholds).map(([name, t]) => (
        <Input name={name} value={said.numbers[name] ?? ''} inputmode="numeric" classes="govuk-input--width-4" suffix={{ text: t.unit }} label={{ text: t.title, classes: 'govuk-label--s' }} hint={{ text: `${t.hint} Usually ${t.usual}.` }} errorMessage={wrongAt(problems, name)} />
      ))}</div>
    </Part>
    <Part id="template" title="What a report of this council has">
      <Textarea name="sections" rows={14} spellcheck={false} attributes={{ wrap: 'off' }} value={said.sections} label={{ text: 'Sections, in their order', classes: 'govuk-label--s' }} errorMessage={wrongAt(problems, 'sections')}
        hint={{ text: 'One a line. Other names for the same section follow after a bar: Purpose|Summary. A line of the header ends in a colon: Meeting date: and what may be left out begins with a question mark. Empty the box to go back to the usual list.' }} />
      <Textarea name="reviewers" rows={8} spellcheck={false} attributes={{ wrap: 'off' }} value={said.reviewers} label={{ text: 'Reviewers who sign a report', classes: 'govuk-label--s' }} errorMessage={wrongAt(problems, 'reviewers')}
        hint={{ text: 'One a line, with other names after a bar: Finance|Section 151 officer. Empty the box to go back to the usual list.' }} />
    </Part>
    <Part id="keep" title="Keep them">
      <Textarea name="why" rows={2} value={said.why} label={{ text: 'Why the settings change', classes: 'govuk-label--s' }} hint={{ text: 'Kept with your change, for whoever asks later.' }} errorMessage={wrongAt(problems, 'why')} />
      <Button text="Keep these settings" preventDoubleClick />
    </Part>
  </form>
)

const Earlier = ({ revisions }: { revisions: readonly SettingsRevision[] }) => (
  <Part id="earlier" title="What was set, and why">
    {revisions.length === 0 ? <Nothing>Nothing yet. Every change is kept here with its reason.</Nothing> : (
      <table class="tl-table tl-table--stack">
        <caption class="govuk-visually-hidden">Changes of the settings, the latest first</caption>
        <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Why</th><th scope="col">What differed from the usual settings</th></tr></thead>
        <tbody>{revisions.map((r) => <tr><th scope="row">{printDay(dayInLondon(r.at))}</th><td>{r.who}</td><td>{r.reason}</td><td>{differences(r.settings)}</td></tr>)}</tbody>
      </table>
    )}
  </Part>
)

/** What this council's proof-reading looks for, and everything that was set before. */
export const SettingsPage = ({ revisions, ...form }: FormProps & { revisions: readonly SettingsRevision[] }) => {
  const [last] = revisions
  const title = 'What is looked for in a paper'
  return (
    <WorkPage work={form.work} title={title} current="check" errors={form.problems.map((p) => ({ text: p.message, href: `#${p.field}` }))} crumbs={[{ text: 'Check a paper', href: checkHref(form.work) }, { text: 'What is looked for' }]}>
      <Answer text={title}><p>{last === undefined ? 'This council has set nothing, so the usual settings hold.' : `Set on ${printDay(dayInLondon(last.at))}: ${differences(last.settings)}.`} They hold for papers that are checked here, and for every report before it is published.</p></Answer>
      <SettingsForm {...form} />
      <Earlier revisions={revisions} />
    </WorkPage>
  )
}
