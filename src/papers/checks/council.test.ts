import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ran } from '../../../tests/import/council.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { Refused, Usage } from '../../cli/command.ts'
import { parseDay } from '../../kit/day.ts'
import { addCouncil, trailOf, type Ctx } from '../../people/index.ts'
import { letStand, setSettings, settingsFor, takeBack, waiversFor } from './actions.ts'
import { checkCommands } from './commands.ts'
import { defaultSettings, withSettings } from './settings.ts'
import { settingsRevisions } from './store.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
let folder: string
beforeAll(async () => { opened = await freshDatabase(); folder = mkdtempSync(join(tmpdir(), 'throughline-council-')) })
afterAll(async () => { await opened.close(); rmSync(folder, { recursive: true, force: true }) })

const council = async (slug: string): Promise<Ctx> => {
  const { councilId } = await addCouncil(opened.db, 'test', { slug, name: `${slug} council` })
  return { db: opened.db, councilId, who: 'Head of Policy', today: parseDay('2025-08-01')! }
}
const file = (name: string, text: string): string => { writeFileSync(join(folder, name), text); return join(folder, name) }
const run = (name: string, args: readonly string[], options: Readonly<Record<string, string | boolean>> = {}): Promise<string> => ran(opened.db, checkCommands, name, args, options)
type Printed = { findings: { code: string; fingerprint: string }[]; waived: { fingerprint: string; reason: string; who: string; on: string }[] }
const check = async (paper: string, options: Readonly<Record<string, string>>): Promise<Printed> => JSON.parse(await run('check', [paper], { json: true, ...options })) as Printed

describe('settings of a council', () => {
  test('are the usual ones until it sets its own; each change is a revision that says who, when and why', async () => {
    const ctx = await council('settings-kept')
    expect(await settingsFor(ctx)).toEqual({ settings: defaultSettings, revision: 0 })
    await setSettings(ctx, withSettings({ off: ['dates.weekday'] }), 'our diary is kept elsewhere')
    await setSettings(ctx, withSettings({ off: ['dates.weekday'], thresholds: { clearDays: 6 } }), 'our constitution asks for six')
    expect((await settingsFor(ctx)).settings).toEqual(withSettings({ off: ['dates.weekday'], thresholds: { clearDays: 6 } }))
    expect((await settingsRevisions(ctx.db, ctx.councilId)).map(({ revision, settings, reason, who }) => ({ revision, settings, reason, who }))).toEqual([
      { revision: 2, settings: { off: ['dates.weekday'], thresholds: { clearDays: 6 } }, reason: 'our constitution asks for six', who: 'Head of Policy' },
      { revision: 1, settings: { off: ['dates.weekday'] }, reason: 'our diary is kept elsewhere', who: 'Head of Policy' },
    ])
    expect((await trailOf(ctx.db, ctx.councilId, 1))[0]).toMatchObject({ what: 'checks.settings-changed', who: 'Head of Policy' })
  })
  test('the same again keeps nothing; without a reason, or over somebody else\'s change, they are refused', async () => {
    const ctx = await council('settings-refused')
    expect(await setSettings(ctx, defaultSettings, '')).toEqual({ revision: 0, already: true })
    await expect(setSettings(ctx, withSettings({ off: ['wording'] }), ' ')).rejects.toThrow(/Say why/)
    await setSettings(ctx, withSettings({ off: ['wording'] }), 'house style', 0)
    await expect(setSettings(ctx, withSettings({ off: ['dates'] }), 'diary', 0)).rejects.toThrow(/Somebody else/)
  })
  test('two changes at once are two revisions', async () => {
    const ctx = await council('settings-at-once')
    const done = await Promise.all([5, 6, 7, 8].map((clearDays) => setSettings(ctx, withSettings({ thresholds: { clearDays: clearDays * 10 } }), 'tried')))
    expect(done.map((d) => d.revision).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4])
  })
  test('a rule that is no more is left out of what was kept', async () => {
    const ctx = await council('settings-older')
    await opened.db.insertInto('check_settings').values({ council_id: ctx.councilId, revision: 1, settings: JSON.stringify({ off: ['dates.of-old', 'dates.weekday'], thresholds: { ofOld: 3, clearDays: 7 } }), reason: 'from an older version', who: 'test' }).execute()
    expect((await settingsFor(ctx)).settings).toEqual(withSettings({ off: ['dates.weekday'], thresholds: { clearDays: 7 } }))
  })
  test('the database refuses to change or delete them', async () => {
    const ctx = await council('settings-for-ever')
    await setSettings(ctx, withSettings({ off: ['wording'] }), 'house style')
    await expect(opened.pool.query('update check_settings set reason = \'another\'')).rejects.toThrow(/never overwritten/)
    await letStand(ctx, { fingerprint: 'aaaaaaaaaaaa', reason: 'as quoted' })
    await expect(opened.pool.query('delete from check_waiver')).rejects.toThrow(/never overwritten/)
  })
})

describe('the command line', () => {
  test('prints the settings as YAML that can be edited and given back', async () => {
    const ctx = await council('by-yaml')
    const printed = await run('council settings', ['by-yaml'])
    expect(printed).toContain('has set nothing')
    expect(parse(printed)).toEqual(defaultSettings)
    expect(await run('council settings', ['by-yaml'], { set: file('same.yml', printed), why: 'nothing' })).toContain('hold already')
    const edited = printed.replace('off: []', 'off: [dates.weekday, wording]').replace('clearDays: 5', 'clearDays: 6')
    expect(await run('council settings', ['by-yaml'], { set: file('edited.yml', edited), why: 'our own rules' })).toBe('Kept as revision 1 of the settings.')
    expect((await settingsFor(ctx)).settings).toEqual(withSettings({ off: ['dates.weekday', 'wording'], thresholds: { clearDays: 6 } }))
    expect(await run('council settings', ['by-yaml'])).toMatch(/^# by-yaml, revision 1, .+, command line: our own rules$/m)
  })
  test.each([
    ['off: [dates.nonsense]', /names "dates.nonsense", and there is no such check/],
    ['thresholds: { clearDays: five }', /"clearDays" must be a whole number of days from 0 to 1000/],
    ['thresholds: { clearNights: 5 }', /no threshold "clearNights"; there are signOffMonths/],
    ['thresholds: [5]', /must be names with numbers/],
    ['sections: Purpose', /"sections" must be a list of words/],
    ['sections: ["Purpose||Summary"]', /has a name without letters/],
    ['reviewrs: []', /no setting "reviewrs"/],
    ['- off', /settings are off, sections, reviewers and thresholds/],
    ['off: [', /neither YAML nor JSON/],
  ])('refuses %s, with what to do', async (text, words) => {
    await addCouncil(opened.db, 'test', { slug: 'refused', name: 'Refused' }).catch(() => undefined)
    await expect(run('council settings', ['refused'], { set: file('bad.yml', `${text}\n`), why: 'tried' })).rejects.toThrow(words)
    await expect(run('council settings', ['refused'], { set: file('bad.yml', `${text}\n`), why: 'tried' })).rejects.toThrow(Refused)
  })
  test('a council that is not there, and a reason without settings, are told', async () => {
    await expect(run('council settings', ['nowhere'])).rejects.toThrow(/There is no council "nowhere"/)
    await expect(run('check', [file('any.txt', 'Nothing.\n')], { council: 'nowhere' })).rejects.toThrow(/There is no council "nowhere"/)
    await expect(run('council settings', ['by-yaml'], { why: 'because' })).rejects.toThrow(Usage)
  })
  test('checks a paper by the council\'s settings, with a file laid over them', async () => {
    const paper = file('june.txt', 'The survey closed on 31 June 2024. The the report follows.\n')
    const ctx = await council('by-settings')
    expect((await check(paper, { council: 'by-settings' })).findings.map((f) => f.code)).toContain('dates.impossible')
    await setSettings(ctx, withSettings({ off: ['dates'] }), 'dates are checked by hand')
    expect((await check(paper, { council: 'by-settings' })).findings.map((f) => f.code)).not.toContain('dates.impossible')
    expect((await check(paper, { council: 'by-settings', settings: file('over.yml', 'thresholds: { clearDays: 6 }\n') })).findings.map((f) => f.code)).not.toContain('dates.impossible')
    expect((await check(paper, { council: 'by-settings', settings: file('all.yml', 'off: []\n') })).findings.map((f) => f.code)).toContain('dates.impossible')
  })
})

test('a threshold of the council is what a finding says', async () => {
  const ctx = await council('six-days')
  const agenda = file('agenda.txt', 'Agenda\n\nCabinet\n\nDate: Thursday 27 March 2025\n\n7. PLAN\n\nReport to follow on 19 March 2025.\n')
  expect(await run('check', [agenda], { council: 'six-days' })).not.toContain('dates.to-follow')
  await setSettings(ctx, withSettings({ thresholds: { clearDays: 6 } }), 'our constitution asks for six')
  expect((await run('check', [agenda], { council: 'six-days' })).replaceAll(/\s+/g, ' ')).toContain('6 need it by 18 March 2025')
})

describe('what a council lets stand', () => {
  const words = 'The survey closed on 31 June 2024.\n'
  test('stays so for the same words, in another place too, and comes back when they change', async () => {
    await council('stands')
    const { fingerprint } = (await check(file('first.txt', words), { council: 'stands' })).findings[0]!
    expect(await run('council waivers', ['stands'], { letStand: fingerprint, why: 'quoted as the letter had it' })).toContain('1 finding let stand.')
    const later = await check(file('later.txt', `Another line.\n\n${words}`), { council: 'stands' })
    expect(later.findings).toEqual([])
    expect(later.waived).toMatchObject([{ fingerprint, reason: 'quoted as the letter had it', who: 'command line', on: '2025-08-01' }])
    expect((await check(file('changed.txt', words.replace('survey', 'second survey')), { council: 'stands' })).findings).toHaveLength(1)
  })
  test('is no other council\'s', async () => {
    const [one, other] = [await council('stands-here'), await council('stands-elsewhere')]
    const { fingerprint } = (await check(file('ours.txt', words), { council: 'stands-here' })).findings[0]!
    await letStand(one, { fingerprint, reason: 'as quoted' })
    await setSettings(one, withSettings({ off: ['wording'] }), 'house style')
    expect(await waiversFor(other)).toEqual([])
    expect(await settingsFor(other)).toEqual({ settings: defaultSettings, revision: 0 })
    expect((await check(file('ours.txt', words), { council: 'stands-elsewhere' })).findings).toHaveLength(1)
    await expect(takeBack(other, { fingerprint, reason: 'not ours' })).rejects.toThrow(/in this council/)
    expect(await waiversFor(one)).toHaveLength(1)
  })
  test('can be taken back, with a reason, and let stand once more; every step is kept', async () => {
    const ctx = await council('taken-back')
    const fingerprint = 'abcdefabcdef'
    await letStand(ctx, { fingerprint, code: 'dates.impossible', reason: 'as quoted' })
    await expect(takeBack(ctx, { fingerprint, reason: '' })).rejects.toThrow(/Say why/)
    await takeBack(ctx, { fingerprint, reason: 'the letter was misread' })
    expect(await waiversFor(ctx)).toEqual([])
    await letStand(ctx, { fingerprint, reason: 'it was not' })
    const kept = await opened.db.selectFrom('check_waiver').select(['revision', 'stands', 'code', 'reason']).where('council_id', '=', ctx.councilId).orderBy('revision').execute()
    expect(kept).toEqual([
      { revision: 1, stands: true, code: 'dates.impossible', reason: 'as quoted' }, { revision: 2, stands: false, code: 'dates.impossible', reason: 'the letter was misread' }, { revision: 3, stands: true, code: 'dates.impossible', reason: 'it was not' },
    ])
  })
  test('needs a reason and a fingerprint', async () => {
    const ctx = await council('no-reason')
    await expect(letStand(ctx, { fingerprint: 'abcdefabcdef', reason: ' - ' })).rejects.toThrow(/Say why this may stand/)
    await expect(letStand(ctx, { fingerprint: 'dates.impossible', reason: 'as quoted' })).rejects.toThrow(/no fingerprint/)
    await expect(run('council waivers', ['no-reason'], { letStand: 'abcdefabcdef' })).rejects.toThrow(Usage)
    await expect(run('council waivers', ['no-reason'], { letStand: 'abcdefabcdef', why: ' ' })).rejects.toThrow(Refused)
    expect(await waiversFor(ctx)).toEqual([])
  })
  test('a waivers file goes beside it', async () => {
    const ctx = await council('beside')
    const paper = file('two.txt', `${words}\nThe fair was on 30 February 2024.\n`)
    const [first, second] = (await check(paper, { council: 'beside' })).findings
    await letStand(ctx, { fingerprint: first!.fingerprint, reason: 'as quoted' })
    const waivers = file('beside.yml', `- { fingerprint: ${second!.fingerprint}, reason: a joke, who: Head of Policy, on: "2024-07-01" }\n`)
    const both = await check(paper, { council: 'beside', waivers })
    expect(both.findings).toEqual([])
    expect(both.waived.map((w) => w.reason).toSorted()).toEqual(['a joke', 'as quoted'])
  })
})
