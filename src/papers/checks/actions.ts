import { Refused } from '../../kit/refused.ts'
import { inTransaction, recordChange, type Ctx } from '../../people/index.ts'
import type { CheckSettings } from './check.ts'
import { differences, keptSettings } from './settings-file.ts'
import { ownSettings } from './settings.ts'
import { holdCouncil, insertSettings, insertWaiver, lastSettings, lastWaivers } from './store.ts'
import type { Waiver } from './waivers.ts'

/** Whose proof-reading it is. */
export type Whose = Pick<Ctx, 'db' | 'councilId'>

/** The settings that hold for a council, and which revision they are; 0 where it has set nothing. */
export const settingsFor = async ({ db, councilId }: Whose): Promise<{ readonly settings: CheckSettings; readonly revision: number }> => {
  const last = await lastSettings(db, councilId)
  return { settings: keptSettings(last?.settings ?? {}), revision: last?.revision ?? 0 }
}

/** What a council lets stand. */
export const waiversFor = async ({ db, councilId }: Whose): Promise<readonly Waiver[]> => (await lastWaivers(db, councilId)).filter((w) => w.stands)

const given = (reason: string, todo: string): string => {
  const said = reason.trim()
  if (!/\p{L}/u.test(said)) throw new Refused(todo)
  if (said.length > 2000) throw new Refused('The reason is longer than 2,000 letters. Say it in a sentence or two.')
  return said
}

/** Keeps settings as the council's next revision, unless they say what holds already. `seen` is the revision that they were made from. */
export const setSettings = (ctx: Ctx, settings: CheckSettings, reason: string, seen?: number): Promise<{ readonly revision: number; readonly already: boolean }> => inTransaction(ctx, async (inside) => {
  await holdCouncil(inside.db, inside.councilId)
  const now = await settingsFor(inside)
  const own = ownSettings(settings)
  if (differences(own) === differences(now.settings) && JSON.stringify(own) === JSON.stringify(ownSettings(now.settings))) return { revision: now.revision, already: true }
  if (seen !== undefined && seen !== now.revision) throw new Refused('Somebody else changed these settings meanwhile. Open the page again, and make your change there.')
  const said = given(reason, 'Say why the settings change, so that the next person knows.')
  await insertSettings(inside.db, inside.councilId, { revision: now.revision + 1, settings: own, reason: said, who: inside.who })
  await recordChange(inside, 'checks.settings-changed', { revision: now.revision + 1, reason: said })
  return { revision: now.revision + 1, already: false }
})

type OfFinding = { readonly fingerprint: string; readonly code?: string; readonly reason: string }
const sound = (fingerprint: string): string => {
  if (!/^[0-9a-f]{12}$/.test(fingerprint)) throw new Refused(`"${fingerprint.slice(0, 40)}" is no fingerprint of a finding: "check" prints twelve digits and letters at the end of each.`)
  return fingerprint
}

/** Lets a finding stand, with a reason, for as long as its words stay the same. */
export const letStand = (ctx: Ctx, { fingerprint, code, reason }: OfFinding): Promise<void> => inTransaction(ctx, async (inside) => {
  const said = given(reason, 'Say why this may stand: without a reason nobody can judge it later.')
  await holdCouncil(inside.db, inside.councilId)
  const last = (await lastWaivers(inside.db, inside.councilId)).find((w) => w.fingerprint === sound(fingerprint))
  if (last?.stands && last.reason === said) return
  await insertWaiver(inside.db, inside.councilId, { fingerprint: sound(fingerprint), revision: (last?.revision ?? 0) + 1, stands: true, code: code ?? last?.code ?? '', reason: said, who: inside.who, on: inside.today })
  await recordChange(inside, 'checks.finding-waived', { fingerprint, reason: said })
})

/** Takes a waiver back, with a reason: the finding is told again. */
export const takeBack = (ctx: Ctx, { fingerprint, reason }: OfFinding): Promise<void> => inTransaction(ctx, async (inside) => {
  const said = given(reason, 'Say why it may not stand any longer.')
  await holdCouncil(inside.db, inside.councilId)
  const last = (await lastWaivers(inside.db, inside.councilId)).find((w) => w.fingerprint === sound(fingerprint))
  if (last === undefined) throw new Refused(`Nothing with the fingerprint ${fingerprint} was let stand in this council.`)
  if (!last.stands) return
  await insertWaiver(inside.db, inside.councilId, { ...last, revision: last.revision + 1, stands: false, reason: said, who: inside.who, on: inside.today })
  await recordChange(inside, 'checks.waiver-taken-back', { fingerprint, reason: said })
})
