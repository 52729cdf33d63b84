// Runs a TypeScript program of the checkout that is not part of the product: `node scripts/bench.mjs pdf` runs bench/pdf.ts, a path runs that file.
import { build } from 'esbuild'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'

const [name, ...args] = process.argv.slice(2)
if (!name) { console.error('Name a benchmark of bench/: node scripts/bench.mjs NAME'); process.exit(2) }
// Beside node_modules, so that packages resolve.
const folder = mkdtempSync(join(process.cwd(), 'dist', 'run-'))
const outfile = join(folder, 'program.mjs')
try {
  await build({ entryPoints: [name.endsWith('.ts') ? name : `bench/${name}.ts`], outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', jsx: 'automatic', jsxImportSource: 'hono/jsx', logLevel: 'warning' })
  process.exitCode = spawnSync(process.execPath, ['--expose-gc', outfile, ...args], { stdio: 'inherit' }).status ?? 1
} finally { rmSync(folder, { recursive: true, force: true }) }
