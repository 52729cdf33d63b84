import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Refused, Usage, type Cli, type ExitCode, type Options } from '../../cli/command.ts'
import { checkCommands } from './commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-check-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })
const file = (name: string, text: string): string => { writeFileSync(join(folder, name), text); return join(folder, name) }

const check = async (papers: readonly string[], options: Options = {}): Promise<{ code: ExitCode; out: string }> => {
  const said: string[] = []
  const cli = { out: (text: string) => { said.push(text) }, err: () => undefined, progress: () => undefined, colour: false } as unknown as Cli
  return { code: await checkCommands[0]!.run(cli, papers, options), out: said.join('\n') }
}
type Printed = { findings: { level: string; code: string; message: string; expected: string | null; found: string | null; source: { page: number | null; line: number | null }; also: unknown[]; fingerprint: string }[]; waived: { reason: string }[] }

const wrong = file('wrong.txt', 'The survey closed on 31 June 2024.\n')
const right = file('right.txt', 'The survey closed on 30 June 2024.\n')

const measures = (homes: string): string => `Quarter 2 2024/25 performance\n\nKey performance indicator\t2023-24 Actual\tTarget\tActual\tRAG\nHomes built\t${homes}\t65\t64\tAmber\nDays of sickness\t9.1\t9\t8.8\tGreen\nWaste per household\t471\t120\t119\tGreen\n`

describe('check', () => {
  test('exits with 1 where there is an error, with 0 where all is right', async () => {
    expect((await check([wrong])).code).toBe(1)
    expect(await check([right])).toEqual({ code: 0, out: `${right}: nothing found.` })
  })
  test('prints one JSON object a paper, one a line', async () => {
    const { out } = await check([wrong, right], { json: true })
    const [first, second] = out.split('\n').map((l) => JSON.parse(l) as Printed)
    expect(first!.findings).toMatchObject([{ level: 'error', code: 'dates.impossible', found: '31 June 2024', expected: null, source: { page: null, line: 1 }, also: [] }])
    expect(second!.findings).toEqual([])
  })
  test('a waiver with a reason lets a finding stand; without one it is refused', async () => {
    const { fingerprint } = (JSON.parse((await check([wrong], { json: true })).out) as Printed).findings[0]!
    const waivers = file('waivers.yml', `- { fingerprint: ${fingerprint}, reason: quoted from the letter, who: Head of Policy, on: "2024-07-01" }\n`)
    const { code, out } = await check([wrong], { json: true, waivers })
    expect(code).toBe(0)
    expect((JSON.parse(out) as Printed).waived).toMatchObject([{ reason: 'quoted from the letter' }])
    await expect(check([wrong], { waivers: file('no-reason.yml', `- { fingerprint: ${fingerprint}, who: Head of Policy, on: "2024-07-01" }\n`) })).rejects.toThrow(Refused)
  })
  test('a check or an area can be left out, by option or by the council\'s settings', async () => {
    expect((await check([wrong], { off: 'dates.impossible' })).code).toBe(0)
    expect((await check([wrong], { off: 'wording,dates' })).code).toBe(0)
    expect((await check([wrong], { settings: file('settings.yml', 'off: [dates]\n') })).code).toBe(0)
    await expect(check([wrong], { off: 'dates.nonsense' })).rejects.toThrow(Usage)
    await expect(check([wrong], { settings: file('bad.yml', 'thresholds: { clearDays: five }\n') })).rejects.toThrow(/clearDays/)
  })
  test('writes a Word document for the author', async () => {
    const docx = join(folder, 'author.docx')
    await check([wrong], { docx })
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK')
  })
  test('is held against several earlier papers, and a finding names the one that it means', async () => {
    const [now, lastQuarter, letter] = [file('now.txt', measures('286')), file('last-quarter.txt', measures('268')), file('letter.txt', 'Dear members.\n')]
    for (const against of [[lastQuarter, letter], [letter, lastQuarter]]) expect((await check([now], { against })).out.replace(/\s+/g, ' ')).toContain('last-quarter.txt has 268')
    expect((await check([now], { against: [letter, now] })).out).toContain('nothing found')
  })
  test('a paragraph that is too long to be checked is told', async () => {
    const { out } = await check([file('long.txt', `${'Streets are swept by night and parks by day. '.repeat(500)}\n\nA short one.\n`)], { json: true })
    expect((JSON.parse(out) as Printed).findings.filter((f) => f.code === 'paper.long-paragraph')).toMatchObject([{ level: 'note', source: { line: 1 } }])
  })
  test('a paper that is not there is a one-line refusal', async () => { await expect(check([join(folder, 'none.txt')])).rejects.toThrow(/there is no such file/) })
})
