import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from './cli/command.ts'
import { settings } from './config.ts'
import { schemaPage, type Opened } from './db/index.ts'
import { checkReference } from './papers/checks/reference.ts'

const note = '<!-- Generated from the code by `npm run reference`; a test fails when it is stale. -->\n\n'
const row = (...cells: readonly string[]): string => `| ${cells.map((c) => c.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |\n`

/** A page of every command, from the table that the command line itself is made from. */
const commandsPage = (commands: readonly Command[]): string =>
  `${note}# Commands\nRun each as \`npx throughline COMMAND\` in the checkout; each has \`--help\`. Exit code 0: done; 1: refused, or a finding of level error; 2: called wrongly.\n\n${
    commands.map((c) => `## ${c.name}\n\`throughline ${[c.name, c.arguments].filter(Boolean).join(' ')}${c.options?.length ? ' [options]' : ''}\`\n\n${sentence(c.summary)}\n${
      c.options?.length ? `\n| option | what it does |\n|---|---|\n${c.options.map((o) => row(`\`${o.flags}\``, o.required === true ? `${o.description} (needed)` : o.description)).join('')}` : ''}${
      c.help ? `\n${c.help.replace(/^ {2,}(.+)$/gm, '`$1`')}\n` : ''}`).join('\n')}`

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`

const settingsPage = (): string =>
  `${note}# Settings\nAll are environment variables.\n\n| name | what it sets | where it is not set |\n|---|---|---|\n${settings.map((s) => row(`\`${s.name}\``, s.meaning, s.default)).join('')}`

type Page = { readonly file: string; readonly text: string }

/** Every page of docs/reference; the schema is told by the database itself. */
export const referencePages = async (commands: readonly Command[], pool: Opened['pool']): Promise<readonly Page[]> => [
  { file: 'docs/reference/commands.md', text: commandsPage(commands) },
  { file: 'docs/reference/settings.md', text: settingsPage() },
  ...[await schemaPage(pool), ...Object.entries(checkReference()).map(([file, text]) => ({ file: `docs/reference/checks/${file}`, text }))].map(({ file, text }) => ({ file, text: note + text })),
]

/** Writes the pages, and removes those of checks that are no more. */
export const writePages = (pages: readonly Page[]): void => {
  rmSync('docs/reference', { recursive: true, force: true })
  for (const { file, text } of pages) { mkdirSync(dirname(file), { recursive: true }); writeFileSync(file, text) }
}
