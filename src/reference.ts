import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from './cli/command.ts'
import { settings } from './config.ts'

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

export type Page = { readonly file: string; readonly text: string }

/** Every generated page of docs/reference that needs no database. `more` are pages that slices make of themselves. */
export const referencePages = (commands: readonly Command[], more: readonly Page[]): readonly Page[] => [
  { file: 'docs/reference/commands.md', text: commandsPage(commands) },
  { file: 'docs/reference/settings.md', text: settingsPage() },
  ...more.map((page) => ({ ...page, text: note + page.text })),
]

export const writePages = (pages: readonly Page[]): void => {
  for (const { file, text } of pages) { mkdirSync(dirname(file), { recursive: true }); writeFileSync(file, text) }
}
