import { counted } from '../../kit/words.ts'
import { Refused } from '../../kit/refused.ts'
import { inTransaction } from '../../people/index.ts'
import type { Form, Work, workRoutes } from '../../web/index.ts'
import { checkApart } from '../checks/check-file.ts'
import { checks, differences, judge, judgedBy, letStand, setSettings, settingsFor, takeBack, waiversFor } from '../checks/index.ts'
import { lastWaivers, settingsRevisions } from '../checks/store.ts'
import { unpackList, type FoundList } from './packed-list.ts'
import { readSaid, saidIn, saidOf, type SettingsProblem, type SettingsSaid } from './settings-form.ts'
import { SettingsPage } from './settings-views.tsx'
import { summaryFile } from './summary-file.ts'
import { shownIn } from './views.tsx'
import { CheckedPage, checkHref, CheckPage, WaiversPage, type CheckedBy, type KeptWaiver, type Reasons } from './work-views.tsx'

const byOf = async ({ ctx }: Work): Promise<CheckedBy> => ({ settings: differences((await settingsFor(ctx)).settings), stands: (await waiversFor(ctx)).length })

const check = async (work: Work, form: Form) => {
  const [paper] = form.files('paper')
  if (paper === undefined || paper.bytes.length === 0) throw new Refused('Choose the paper to check.')
  const against = form.files('against').map(({ filename, bytes }) => ({ file: filename, bytes }))
  const { content, findings } = await checkApart({ file: paper.filename, bytes: paper.bytes, against, settings: (await settingsFor(work.ctx)).settings })
  const judged = judge(content, findings, await waiversFor(work.ctx))
  const page = form.said('as') === 'docx' ? await summaryFile(content.file, judged) : <CheckedPage work={work} list={{ file: content.file, findings: shownIn(content, judged) }} />
  return { page, status: 200 as const }
}
/** A refusal stands at the field whose paper it names. */
const checkAgain = async (work: Work, form: Form, refused: string) =>
  <CheckPage work={work} by={await byOf(work)} refused={refused} field={form.files('against').some((f) => refused.startsWith(f.filename)) ? 'against' : 'paper'} />

type Asked = { readonly field: string; readonly does: string; readonly fingerprint: string; readonly reason: string }
/** Every reason that was given, and the one whose button was pressed. */
const askedIn = (form: Form): readonly Asked[] => [...new Set([...form.names, form.said('press')])].flatMap((field) => {
  const [, does, fingerprint] = /^(stand|back)-(.+)$/.exec(field) ?? []
  const reason = form.said(field)
  return does === undefined || fingerprint === undefined || (reason === '' && field !== form.said('press')) ? [] : [{ field, does, fingerprint, reason }]
})

/** Keeps all or none; what is wrong is told at its field. */
const keep = async (work: Work, asked: readonly Asked[], list: FoundList | null): Promise<Reasons['wrong']> => {
  let at = ''
  try {
    await inTransaction(work.ctx, async (ctx) => {
      for (const { field, does, fingerprint, reason } of asked) {
        at = field
        const code = list?.findings.find((s) => s.fingerprint === fingerprint)?.finding.code
        await (does === 'back' ? takeBack(ctx, { fingerprint, reason }) : letStand(ctx, { fingerprint, reason, ...(code ? { code } : {}) }))
      }
    })
    return null
  } catch (error) {
    if (error instanceof Refused) return { field: at, message: error.message }
    throw error
  }
}

const doneWords = (asked: readonly Asked[]): string => {
  const back = asked.filter((a) => a.does === 'back').length
  return [[asked.length - back, 'let stand'] as const, [back, 'told again'] as const].filter(([n]) => n > 0).map(([n, what]) => `${counted(n, 'finding')} ${n === 1 ? 'is' : 'are'} ${what}`).join(', ')
}

const ruleOf = (code: string): string => checks.find((c) => c.code === code)?.title ?? (code || 'A finding')
const waiversPage = async (work: Work, reasons?: Reasons) => {
  const stands = (await lastWaivers(work.ctx.db, work.ctx.councilId)).filter((w) => w.stands)
  return <WaiversPage work={work} waivers={stands.map((w): KeptWaiver => ({ ...w, rule: ruleOf(w.code) }))} {...(reasons ? { reasons } : {})} />
}

const waive = async (work: Work, form: Form) => {
  const [list, asked] = [unpackList(form.said('list')), askedIn(form)]
  const wrong = asked.length === 0 ? { field: 'main-content', message: 'Give a finding the reason for which it may stand.' } : await keep(work, asked, list)
  const reasons: Reasons = { said: wrong === null ? {} : Object.fromEntries(asked.map((a) => [a.field, a.reason])), wrong }
  if (list === null) return wrong === null ? { to: checkHref(work, '/waivers'), did: 'waivers' } : { page: await waiversPage(work, reasons), status: 422 as const }
  const now = { ...list, findings: judgedBy(list.findings, await waiversFor(work.ctx)) }
  return { page: <CheckedPage work={work} list={now} reasons={reasons} done={wrong === null ? `${doneWords(asked)}, with your reason.` : null} />, status: wrong === null ? 200 as const : 422 as const }
}

const settingsPage = async (work: Work, said?: SettingsSaid, problems: readonly SettingsProblem[] = []) => {
  const { settings, revision } = await settingsFor(work.ctx)
  return <SettingsPage work={work} said={said ?? saidOf(settings, revision)} problems={problems} revisions={await settingsRevisions(work.ctx.db, work.ctx.councilId)} />
}
const set = async (work: Work, form: Form) => {
  const said = saidIn(form)
  const { settings, problems } = readSaid(said, (await settingsFor(work.ctx)).settings)
  if (problems.length > 0) return { page: await settingsPage(work, said, problems), status: 422 as const }
  const { already } = await setSettings(work.ctx, settings, said.why, Number(said.seen))
  return { to: checkHref(work, '/settings'), did: already ? 'unchanged' : 'checks' }
}

/** The pages on which a council has papers checked, says what is looked for, and what may stand. */
export const addCheckPages = ({ page, form }: ReturnType<typeof workRoutes>): void => {
  page('/check', async (work) => <CheckPage work={work} by={await byOf(work)} />)
  form('/check', check, checkAgain)
  page('/check/waivers', (work) => waiversPage(work))
  form('/check/waivers', waive)
  page('/check/settings', (work) => settingsPage(work))
  form('/check/settings', set, (work, sent, refused) => settingsPage(work, saidIn(sent), [{ field: 'why', message: refused }]))
}
