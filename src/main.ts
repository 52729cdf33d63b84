import { commands } from './app.ts'
import { run } from './cli/run.ts'
import { readConfig } from './config.ts'

process.exitCode = await run(process.argv.slice(2), commands, readConfig(process.env))
