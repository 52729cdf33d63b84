import type { Db } from '../../db/index.ts'
import type { SettingsRevision } from './settings.ts'
import type { Waiver } from './waivers.ts'

/** What a council set, the latest first. */
export const settingsRevisions = async (db: Db, councilId: number): Promise<SettingsRevision[]> =>
  (await db.selectFrom('check_settings').select(['revision', 'settings', 'reason', 'who', 'at']).where('council_id', '=', councilId).orderBy('revision', 'desc').execute()) as SettingsRevision[]

export const lastSettings = async (db: Db, councilId: number): Promise<SettingsRevision | null> =>
  ((await db.selectFrom('check_settings').select(['revision', 'settings', 'reason', 'who', 'at']).where('council_id', '=', councilId).orderBy('revision', 'desc').limit(1).executeTakeFirst()) ?? null) as SettingsRevision | null

export const insertSettings = async (db: Db, councilId: number, { revision, settings, reason, who }: Omit<SettingsRevision, 'at'>): Promise<void> => {
  await db.insertInto('check_settings').values({ council_id: councilId, revision, settings: JSON.stringify(settings), reason, who }).execute()
}

/** What was last said of a fingerprint: that it stands, or that it does so no more. */
export type WaiverRevision = Waiver & { readonly revision: number; readonly stands: boolean; /** The rule; "" where nobody said. */ readonly code: string }

/** The last word on each fingerprint of a council, the latest first. */
export const lastWaivers = (db: Db, councilId: number): Promise<WaiverRevision[]> =>
  db.selectFrom((eb) => eb.selectFrom('check_waiver').selectAll().distinctOn('fingerprint').where('council_id', '=', councilId).orderBy('fingerprint').orderBy('revision', 'desc').as('last'))
    .select(['fingerprint', 'revision', 'stands', 'code', 'reason', 'who', 'on_day as on']).orderBy('at', 'desc').orderBy('fingerprint').execute()

export const insertWaiver = async (db: Db, councilId: number, { on, ...said }: WaiverRevision): Promise<void> => {
  await db.insertInto('check_waiver').values({ council_id: councilId, on_day: on, ...said }).execute()
}

/** Until the transaction ends, one at a time changes what a council's proof-reading does. */
export const holdCouncil = async (db: Db, councilId: number): Promise<void> => { await db.selectFrom('council').select('council_id').where('council_id', '=', councilId).forNoKeyUpdate().execute() }
