// Bundles the TypeScript into dist/, so that running needs no loader. Packages stay outside the bundle.
import { build } from 'esbuild'
import { existsSync, readdirSync } from 'node:fs'

// Entries: the command line, and each program that runs as a child process (src/**/*.child.ts).
const children = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) => /\.child\.tsx?$/.test(f)).map((f) => `src/${f}`)
if (!existsSync('src/main.ts')) throw new Error('run this from the checkout: src/main.ts is not here')
await build({
  entryPoints: [{ in: 'src/main.ts', out: 'main' }, ...children.map((f) => ({ in: f, out: f.replace(/^.*\//, '').replace(/\.tsx?$/, '') }))],
  outdir: 'dist', bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', sourcemap: true,
  jsx: 'automatic', jsxImportSource: 'hono/jsx', banner: { js: '#!/usr/bin/env node' }, logLevel: 'warning',
})
