import { build } from 'esbuild'
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

/** Before any test: the programs that run as child processes are built from the sources under test, each put in place whole. */
export default async function buildChildren(): Promise<void> {
  const entryPoints = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) => /\.child\.tsx?$/.test(f)).map((f) => `src/${f}`)
  const { outputFiles } = await build({ entryPoints, outdir: 'dist', entryNames: '[name]', bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', jsx: 'automatic', jsxImportSource: 'hono/jsx', write: false, logLevel: 'silent' })
  mkdirSync('dist', { recursive: true })
  for (const { path, contents } of outputFiles) {
    const whole = `${path}.${process.pid}`
    writeFileSync(whole, contents)
    renameSync(whole, `dist/${basename(path)}`)
  }
}
