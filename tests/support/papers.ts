import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** Real papers that are not part of the project lie beside the checkout; tests that need them skip where they don't. */
const folder = fileURLToPath(new URL('../../../shared/papers', import.meta.url))

/** The bytes of a real paper, null (with a printed reason) where the folder isn't there. */
export const realPaper = (name: string): Buffer | null => {
  const file = join(folder, name)
  if (existsSync(file)) return readFileSync(file)
  process.stdout.write(`skipped: ${name} is not beside this checkout\n`)
  return null
}
