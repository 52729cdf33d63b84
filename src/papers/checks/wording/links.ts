import type { Source } from '../../../kit/source.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { piecesOf } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'

/** What stands in the paper as its reader left it, links and all. */
const texts = (paper: CheckedPaper, mark: string): { readonly text: string; readonly at: Source }[] =>
  paper.content.blocks.flatMap((b) => (b.kind === 'text' ? [{ text: b.text, at: b.source }] : b.rows.flatMap((row) => row.filter((c) => c.covered === null).map((c) => ({ text: c.text, at: c.source }))))).filter((x) => x.text.includes(mark))

const cut = /(?:https?:\/\/|www\.)[^\s<>()[\]"']{4,200}-(?=$|[\s<>()[\]"'.,;])/g
export const cutAddress: Check = defineCheck({
  code: 'wording.cut-address', title: 'Web addresses that are cut off', level: 'warning',
  about: 'A web address that ends in a hyphen was broken at the end of a line and lost its rest, so it leads nowhere. Put the whole address.',
  right: ['The map is at https://www.council.example/maps/bus-map.'],
  wrong: ['The map is at https://www.council.example/maps/bus-map-', 'See <https://www.council.example/bus-map-local-> for more.'],
  find: (paper) => packOf(paper).lines.filter((l) => l.text.includes('://') || l.text.includes('www.')).flatMap(piecesOf).flatMap(({ text, at }) => [...text.matchAll(cut)].map((m): Fault => ({
    at, found: brief(m[0], 120), message: `The web address "${brief(m[0], 120)}" ends in a hyphen: its rest is lost. Put the whole address.`,
  }))),
})

const nowhere = /\[([^\][]{2,150})\]\((?:#|about:blank|javascript:[^)]*)?\)/g
export const emptyLink: Check = defineCheck({
  code: 'wording.empty-link', title: 'Links without an address', level: 'warning',
  about: 'Words that look like a link and lead nowhere. Told once, with all places. Put the address, or take the link off.',
  right: ['See the [plan of the county](https://www.council.example/plan) and [1] the note.'],
  wrong: ['See the [plan of the county](#).'],
  find: (paper) => texts(paper, '](').flatMap(({ text, at }) => [...text.matchAll(nowhere)].map((m): Fault => ({
    at, found: m[1]!, fault: 'empty link', message: `The link "${brief(m[1]!, 80)}" has no address. Put it, or take the link off.`,
  }))),
})

const fileName = /\[([^\][]{2,150}\.(?:pdf|docx?|xlsx?|pptx?|csv))\]\(/gi
export const fileLink: Check = defineCheck({
  code: 'wording.file-link', title: 'File names for the words of a link', level: 'warning',
  about: 'A link whose words are the name of a file ("Plan final v3.docx") tells the reader nothing of what it leads to. Write the title of the document.',
  right: ['See the [plan of the county](https://www.council.example/plan.pdf).'],
  wrong: ['See [county plan - branded version.pdf](https://www.council.example/plan.pdf).'],
  find: (paper) => texts(paper, '](').flatMap(({ text, at }) => [...text.matchAll(fileName)].map((m): Fault => ({
    at, found: m[1]!, message: `The words of a link are the name of a file: "${brief(m[1]!, 80)}". Write the title of the document.`,
  }))),
})
