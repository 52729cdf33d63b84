// One random paper for each seed: how it is drawn, its page, and the rows that a person reads off it.
import { chanceOf } from './chance.mjs'
import { planOf, statuses } from './plan.mjs'

const looksOf = (chance) => withLines({
  tagged: chance.happens(0.5),
  landscape: chance.happens(0.6),
  font: chance.one(['Liberation Sans', 'Liberation Serif', 'DejaVu Sans']),
  size: chance.one([7.5, 8, 9, 10, 10.5]),
  lines: chance.one(['all', 'all', 'rows', 'rows', 'columns', 'none', 'none', 'outer', 'head']),
  thick: chance.one([0.5, 0.75, 1, 1.5]),
  ink: chance.one(['#000', '#999', '#d0d0d0', '#1f4e79']),
  collapse: chance.happens(0.75),
  pad: [chance.one([1, 2, 4, 6]), chance.one([2, 3, 5, 8])],
  align: chance.one(['left', 'left', 'left', 'justify', 'center']),
  valign: chance.one(['top', 'top', 'middle', 'bottom']),
  outer: chance.one(['merged', 'merged', 'blank', 'printed', 'objective merged']),
  fills: chance.one(['none', 'none', 'status', 'zebra', 'head']),
  band: chance.happens(0.25),
  order: chance.one(['usual', 'usual', 'lead', 'status first', 'no objective']),
  whole: chance.happens(0.6),
  sharedRemark: chance.happens(0.08),
  hyphens: chance.happens(0.15),
  heads: chance.happens(0.8),
})

/** Without lines between rows nobody can tell a remark that several rows share from one row's. */
const withLines = (looks) => ({ ...looks, sharedRemark: looks.sharedRemark && ['all', 'rows'].includes(looks.lines) })

const names = { objective: 'Objective', deliverable: 'Deliverable', milestone: 'Milestone', status: 'RAG', remark: 'Comments', lead: 'Lead officer' }
const orders = {
  usual: ['objective', 'deliverable', 'milestone', 'status', 'remark'], lead: ['objective', 'deliverable', 'milestone', 'lead', 'status', 'remark'],
  'status first': ['status', 'milestone', 'deliverable', 'objective', 'remark'], 'no objective': ['deliverable', 'milestone', 'status', 'remark'],
}
const widths = { objective: [12, 20], deliverable: [14, 24], milestone: [18, 32], status: [7, 11], remark: [18, 34], lead: [8, 12] }

const styleOf = (looks) => {
  const line = `${looks.thick}pt solid ${looks.ink}`
  const borders = { all: `td, th { border: ${line} }`, rows: `td, th { border-bottom: ${line} } th { border-top: ${line} }`, columns: `td, th { border-left: ${line}; border-right: ${line} } table { border: ${line} }`, none: '', outer: `table { border: ${line} }`, head: `th { border-bottom: ${line} }` }[looks.lines]
  return `@page { size: ${looks.landscape ? '29.7cm 21cm' : '21cm 29.7cm'}; margin: 1.6cm }
body { font: ${looks.size}pt "${looks.font}" } table { width: 100%; table-layout: fixed; ${looks.collapse ? 'border-collapse: collapse' : 'border-spacing: 0'} }
td, th { padding: ${looks.pad[0]}pt ${looks.pad[1]}pt; vertical-align: ${looks.valign}; text-align: ${looks.align}; ${looks.hyphens ? 'hyphens: auto' : ''} } th { text-align: left }
${looks.whole ? 'tr { break-inside: avoid }' : ''} ${looks.heads ? '' : 'thead { display: table-row-group }'} ${borders}
${looks.fills === 'zebra' ? 'tr.even td { background: #eef3fa }' : ''} ${looks.fills === 'head' || looks.fills === 'zebra' ? 'th { background: #dce6f1 }' : ''}`
}

/** How many rows from each on have the same outer words; 0 where they go on from above. */
const spansOf = (rows, of) => rows.map((row, i) => {
  if (i > 0 && of(rows[i - 1]) === of(row)) return 0
  const end = rows.findIndex((other, j) => j > i && of(other) !== of(row))
  return (end === -1 ? rows.length : end) - i
})

const tableOf = (rows, theme, looks, columns, shares) => {
  const outer = { objective: spansOf(rows, (r) => r.objective), deliverable: spansOf(rows, (r) => `${r.objective}|${r.deliverable}`) }
  if (looks.sharedRemark) outer.remark = spansOf(rows, (r) => `${r.objective}|${r.deliverable}|${r.remark}`)
  const merges = (column) => column === 'remark' || looks.outer === 'merged' || (looks.outer === 'objective merged' && column === 'objective')
  const draw = (row, i) => columns.map((column) => {
    const span = outer[column]?.[i]
    if (span !== undefined && merges(column)) return span === 0 ? '' : `<td rowspan="${span}">${row[column]}</td>`
    const blank = span === 0 && looks.outer !== 'printed' && looks.outer !== 'objective merged'
    const fill = column === 'status' && looks.fills === 'status' ? ` style="background: ${statuses[row.status]}"` : ''
    return `<td${fill}>${blank ? '' : row[column]}</td>`
  }).join('')
  const body = rows.map((row, i) => `<tr class="${i % 2 === 0 ? 'odd' : 'even'}">${draw(row, i)}</tr>`).join('')
  const band = looks.band ? `<tr><td colspan="${columns.length}"><b>${theme}</b></td></tr>` : ''
  return `${looks.band ? '' : `<h2>${theme}</h2>`}<table><colgroup>${shares.map((s) => `<col style="width: ${s}%">`).join('')}</colgroup><thead><tr>${columns.map((c) => `<th>${names[c]}</th>`).join('')}</tr></thead><tbody>${band}${body}</tbody></table>`
}

/** The paper of a seed: `html` to print, and `rows` as they should be read. */
export const paperOf = (seed) => {
  const chance = chanceOf(seed), looks = looksOf(chance), columns = orders[looks.order]
  const plan = planOf(chance, { wordy: chance.whole(1, 3), blankRemarks: chance.one([0, 0.1, 0.4]), sections: chance.whole(1, 3) })
  if (looks.sharedRemark) for (const { rows } of plan) rows.forEach((row, i) => { if (rows[i - 1]?.deliverable === row.deliverable && rows[i - 1].objective === row.objective) row.remark = rows[i - 1].remark })
  const raw = columns.map((c) => chance.whole(...widths[c])), sum = raw.reduce((a, b) => a + b, 0), shares = raw.map((w) => Math.round((w * 1000) / sum) / 10)
  const body = plan.map(({ theme, rows }) => tableOf(rows, theme, looks, columns, shares)).join('\n')
  const html = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Orsley plan</title><style>${styleOf(looks)}</style></head><body><h1>Orsley delivery plan 2031/32: progress at Quarter 2</h1>${body}</body></html>`
  const rows = plan.flatMap((s) => s.rows).map(({ theme, objective, deliverable, milestone, status, remark }) => ({ theme, deliverable, milestone, status, remark, objective: columns.includes('objective') ? objective : null }))
  return { seed, looks, html, rows }
}
