import type { Command } from './cli/command.ts'
import { databaseCommands } from './db/commands.ts'
import { compareCommands } from './papers/compare/command.ts'
import { paperCommands } from './papers/index.ts'
import { checkCommands } from './papers/checks/commands.ts'
import { proposalCommands } from './papers/proposals/index.ts'
import { peopleCommands } from './people/index.ts'
import { publicationCommands } from './reports/index.ts'

/** Every command of every slice, in the order that help lists them. */
export const commands: readonly Command[] = [...peopleCommands, ...paperCommands, ...compareCommands, ...proposalCommands, ...publicationCommands, ...checkCommands, ...databaseCommands]
