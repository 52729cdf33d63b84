import type { Check } from './check.ts'
import { checks } from './registry.ts'

const fenced = (text: string): string => `\`\`\`\n${text.replace(/\t/g, ' | ').trim()}\n\`\`\``
const examples = (title: string, all: readonly string[]): string => (all.length === 0 ? '' : `\n## ${title}\n\n${all.map(fenced).join('\n\n')}\n`)

const pageOf = (check: Check): string =>
  `# ${check.title}\n\n\`${check.code}\`, level: ${check.level}\n\n${check.about}\n${examples('Right', check.right)}${examples('Wrong', check.wrong)}\nTo leave it out: \`throughline check PAPER --off ${check.code}\`.\n`

const rows = (area: string): string => checks.filter((c) => c.code.startsWith(`${area}.`)).map((c) => `| [\`${c.code}\`](${c.code}.md) | ${c.level} | ${c.title} |`).join('\n')
const indexPage = (): string => {
  const areas = [...new Set(checks.map((c) => c.code.split('.')[0]!))]
  return `# What \`check\` looks for\n\nAn error is wrong as printed; a warning could be explained by a fact outside the paper; a note is worth knowing.\nGenerated from the checks themselves.\n\n${areas.map((area) => `## ${area}\n\n| code | level | |\n|---|---|---|\n${rows(area)}`).join('\n\n')}\n`
}

/** The reference of all checks as files of docs/reference/checks: a page for each and an index. */
export const checkReference = (): Readonly<Record<string, string>> => ({ 'index.md': indexPage(), ...Object.fromEntries(checks.map((c) => [`${c.code}.md`, pageOf(c)])) })
