// Runs every test and ends with one plain line: "N passed, N failed". A test that could not run says why above it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'throughline-results-'))
const results = join(folder, 'results.json')
const build = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
if (build.status !== 0) process.exit(1)
const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)], { stdio: 'inherit' })
let counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 }
try { counts = JSON.parse(readFileSync(results, 'utf8')) } catch { console.error('The test run ended without results.') }
rmSync(folder, { recursive: true, force: true })
const failed = Math.max(counts.numFailedTests, run.status === 0 ? 0 : 1)
const skipped = counts.numPendingTests + counts.numTodoTests
console.log(`${counts.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 || counts.numPassedTests === 0 ? 1 : 0)
