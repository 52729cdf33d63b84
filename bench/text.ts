// Reading a text paper against splitting the same text into lines and cells; checking it against reading it; ten times the paper.
// Run with: node scripts/bench.mjs text [PAPER]
import { existsSync, readFileSync } from 'node:fs'
import { checkPaper, defaultSettings } from '../src/papers/checks/index.ts'
import { recognise } from '../src/papers/recognisers/index.ts'
import { readText } from '../src/papers/readers/text.ts'
import { medians, ms, print } from './measure.ts'

const paper = process.argv[2] ?? '../shared/papers/cabinet-pack-2024-09-26.txt'
if (!existsSync(paper)) { print(`${paper} is not here. Name a text paper: node scripts/bench.mjs text PAPER`); process.exit(2) }
const bytes = readFileSync(paper)
const ten = Buffer.concat(Array.from({ length: 10 }, () => [bytes, Buffer.from('\n\n')]).flat())

const split = (all: Uint8Array): string[][] => Buffer.from(all).toString('utf8').split('\n').map((line) => line.split('\t'))
const read = (all: Uint8Array) => { const content = readText(paper, all); return { content, recognised: recognise(content) } }
const check = (all: Uint8Array) => { const { content, recognised } = read(all); return checkPaper(content, recognised, [], defaultSettings) }

const [floor, one, checked] = await medians([() => split(bytes), () => read(bytes), () => check(bytes)]) as [number, number, number]
const [tenRead, tenChecked] = await medians([() => read(ten), () => check(ten)], 5) as [number, number]
print(`${paper}, ${Math.round(bytes.length / 1024)} KB, warm medians:`)
print(`  split into lines and cells ${ms(floor)}`)
print(`  read                       ${ms(one)}: ${(one / floor).toFixed(1)} times the split (goal: at most 40)`)
print(`  read and check             ${ms(checked)}: checking takes ${((checked - one) / one).toFixed(2)} times reading (goal: at most 3)`)
print(`  ten times the paper        read ${ms(tenRead)}: ${(tenRead / one).toFixed(1)} times (goal: at most 11); check ${ms(tenChecked)}: ${(tenChecked / checked).toFixed(1)} times`)
