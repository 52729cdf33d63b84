import type { Command } from './cli/command.ts'
import type { Config } from './config.ts'
import { databaseCommands } from './db/commands.ts'
import type { Db } from './db/index.ts'
import { demoCommand } from './demo.ts'
import { compareCommands } from './papers/compare/command.ts'
import { paperCommands } from './papers/index.ts'
import { checkCommands } from './papers/checks/commands.ts'
import { proofReader } from './papers/checks/proof-reader.ts'
import { deskPages } from './papers/desk/pages.tsx'
import { publicCheckPages } from './papers/desk/public.tsx'
import { answerPages, lineagePages, proposalCommands, proposalPages } from './papers/proposals/index.ts'
import { peopleCommands } from './people/index.ts'
import { draftPages, publicationCommands, publicPages, publicRecord, reportCommands } from './reports/index.ts'
import { doorPages, linkCommand, serveCommand, type Pages } from './web/index.ts'

/** The pages of every slice. The public ones get the public record and no database. */
export const pages = (db: Db, { publicCheck }: Pick<Config, 'publicCheck'>): readonly Pages[] => [publicPages(publicRecord(db), publicCheck ? [{ text: 'Does this paper add up?', href: '/check' }] : []), ...(publicCheck ? [publicCheckPages] : []), doorPages(db), proposalPages(db), answerPages(db), lineagePages(db), deskPages(db), draftPages(db, proofReader)]

const serve = serveCommand(pages)

/** Every command of every slice, in the order that help lists them. */
export const commands: readonly Command[] = [...peopleCommands, ...paperCommands, ...compareCommands, ...proposalCommands, ...reportCommands(proofReader), ...publicationCommands(proofReader), ...checkCommands, serve, linkCommand, demoCommand(serve), ...databaseCommands]
