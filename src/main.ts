import { commands } from './app.ts'
import { run } from './cli/run.ts'
import { BadSetting, readConfig, type Config } from './config.ts'

const settings = (): Config | null => {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error
    process.stderr.write(`${error.message}\n`)
    return null
  }
}

const config = settings()
process.exitCode = config === null ? 2 : await run(process.argv.slice(2), commands, config)
