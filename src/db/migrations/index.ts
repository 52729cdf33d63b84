import type { Migration } from 'kysely/migration'
import { people } from './001-people.ts'
import { papers } from './002-papers.ts'
import { plans } from './003-plans.ts'
import { progress } from './004-progress.ts'
import { reports } from './005-reports.ts'
import { web } from './006-web.ts'
import { proposalTitle } from './007-proposal-title.ts'
import { paperFormats } from './008-paper-formats.ts'
import { proofReading } from './009-proof-reading.ts'

/** In order. A migration that has been released is never edited; the next change is the next file. */
export const migrations: Readonly<Record<string, Migration>> = { '001-people': people, '002-papers': papers, '003-plans': plans, '004-progress': progress, '005-reports': reports, '006-web': web, '007-proposal-title': proposalTitle, '008-paper-formats': paperFormats, '009-proof-reading': proofReading }
