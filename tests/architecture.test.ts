import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

type Import = { readonly from: string; readonly to: string }
const code = /\.tsx?$/
const production = (file: string): boolean => code.test(file) && !/\.test\.tsx?$/.test(file)
const slice = (file: string): string => file.split('/')[1] ?? ''
const layer = (file: string): string => (/([a-z]+)\.tsx?$/.exec(file)?.[1] ?? '')

const importsIn = (file: string, text: string): Import[] =>
  [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((m) => ({ from: file, to: normalize(join(dirname(file), m[1]!)) }))

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((f) => `src/${f}`).filter(production)
const imports = sources.flatMap((f) => importsIn(f, readFileSync(f, 'utf8')))

/** Which slices a slice may use. The wiring (app, main, config) and the command line's contract stand above and below them. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  kit: [], charts: ['kit'], db: ['kit', 'cli'], people: ['kit', 'db', 'cli'],
  plans: ['kit', 'db', 'cli', 'people'], progress: ['kit', 'db', 'cli', 'people', 'plans'], measures: ['kit', 'db', 'cli', 'people', 'plans'],
  reports: ['kit', 'db', 'cli', 'people', 'plans', 'progress', 'measures', 'charts', 'web'],
  papers: ['kit', 'db', 'cli', 'people', 'plans', 'progress', 'measures', 'reports', 'charts', 'web'],
  web: ['kit', 'db', 'cli', 'charts', 'people', 'progress'], cli: ['kit', 'db'],
}
const wiring = new Set(['app.ts', 'demo.ts', 'main.ts', 'config.ts', 'reference.ts'])
const crossings = imports.filter(({ from, to }) => slice(from) !== slice(to) && !wiring.has(slice(from)) && !wiring.has(slice(to)))

/** Every rule that a list of imports breaks, a line each. */
const broken = (all: readonly Import[]): string[] => all.flatMap(({ from, to }) => {
  const wrong: string[] = []
  if (!(mayUse[slice(from)] ?? []).includes(slice(to))) wrong.push(`${from} uses ${to}: ${slice(from)} may not use ${slice(to)}`)
  else if (['people', 'plans', 'progress', 'measures', 'reports', 'papers', 'db'].includes(slice(to)) && !/\/index\.tsx?$/.test(to)) wrong.push(`${from} uses ${to}: slices meet only through index.ts`)
  return wrong
})

const layerRules: Readonly<Record<string, RegExp>> = {
  rules: /(store|actions|pages|views|commands)\.tsx?$|src\/db\//,
  store: /(actions|pages|views|commands)\.tsx?$/,
  views: /(store|actions)\.tsx?$|src\/db\//,
}

test('slices use only what they may, through index.ts', () => { expect(broken(crossings)).toEqual([]) })

test('rules know no database, stores no actions, views neither', () => {
  expect(imports.filter(({ from, to }) => layerRules[layer(from)]?.test(to) ?? false).map(({ from, to }) => `${from} uses ${to}`)).toEqual([])
})

test('SQL stands in stores, the schema and its migrations only', () => {
  const inSql = /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/
  expect(sources.filter((f) => inSql.test(readFileSync(f, 'utf8')) && !/(^|\/)([a-z-]*store)\.ts$|^src\/db\//.test(f))).toEqual([])
})

test('only the configuration reads the environment', () => {
  expect(sources.filter((f) => !['src/config.ts', 'src/main.ts'].includes(f) && /process\.env/.test(readFileSync(f, 'utf8')))).toEqual([])
})

test('a planted breach is found, so the checks above can fail', () => {
  expect(broken([{ from: 'src/kit/day.ts', to: 'src/plans/index.ts' }, { from: 'src/papers/read.ts', to: 'src/plans/store.ts' }])).toHaveLength(2)
})
