// The layouts: how each page is drawn, and the rows that a person reads off it.
import { colours, key, milestones, themes } from './plan.mjs'

const page = (style, body) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Averling District Council: delivery plan update</title><style>body { font-family: "Liberation Sans"; font-size: 10pt } table { border-collapse: collapse; width: 100% } td, th { padding: 3pt; vertical-align: top; text-align: left } ${style}</style></head><body>${body}</body></html>`
const ruled = 'td, th { border: 1px solid black }'
const landscape = '@page { size: 29.7cm 21cm; margin: 1.5cm }'
const title = '<h1>Averling delivery plan 2031/32: progress at Quarter 2</h1>'
const cell = (text, attributes = '') => `<td${attributes}>${text}</td>`
const tr = (cells) => `<tr>${cells.join('')}</tr>`
const head = (names) => `<thead><tr>${names.map((n) => `<th>${n}</th>`).join('')}</tr></thead>`
const table = (names, rows) => `<table border="1">${head(names)}<tbody>${rows.join('\n')}</tbody></table>`
const legend = (name) => `<h2>Key</h2><table border="1">${key.map(([colour, meaning]) => tr([cell(name(colour)), cell(meaning)])).join('')}</table>`
const filled = (colour) => ` style="background: ${colours[colour]}" bgcolor="${colours[colour]}"`

/** The rows with an outer cell's words printed only where they change. */
const carried = (rows) => rows.map((r, i) => {
  const above = rows[i - 1], sameObjective = above?.theme === r.theme && above.objective === r.objective
  return { ...r, shownObjective: sameObjective ? '' : r.objective, shownDeliverable: sameObjective && above.deliverable === r.deliverable ? '' : r.deliverable }
})
const spans = (rows, at) => rows.map((r, i) => (i > 0 && at(rows[i - 1]) === at(r) ? 0 : rows.slice(i).findIndex((x) => at(x) !== at(r)) === -1 ? rows.length - i : rows.slice(i).findIndex((x) => at(x) !== at(r))))
const perTheme = (draw, of = themes) => of.map(([theme, promise]) => `<h2>${theme}: ${promise}</h2>${draw(milestones.filter((m) => m.theme === theme))}`).join('\n')
const answer = (rows, say = (r) => r) => rows.map((r) => { const { theme, objective, deliverable, milestone, status, remark } = r; return say({ line: null, theme, objective, deliverable, milestone, status, remark }) })
const five = ['Objective', 'This year we will', 'Milestone', 'RAG', 'Remarks']

const plain = (drawStatus = (s) => cell(s), of = themes) => perTheme((rows) => table(five, carried(rows).map((r) => tr([cell(r.shownObjective), cell(r.shownDeliverable), cell(r.milestone), drawStatus(r.status), cell(r.remark)]))), of)
const merged = perTheme((rows) => {
  const objectives = spans(rows, (r) => r.objective), deliverables = spans(rows, (r) => r.objective + r.deliverable)
  return table(five, rows.map((r, i) => tr([
    ...(objectives[i] ? [cell(r.objective, ` rowspan="${objectives[i]}"`)] : []), ...(deliverables[i] ? [cell(r.deliverable, ` rowspan="${deliverables[i]}"`)] : []),
    cell(r.milestone), cell(r.status), cell(r.remark)])))
})
const bands = table(['Outcome', 'Commitment', 'Action', 'Progress', 'Comment'], themes.flatMap(([theme, promise]) => [
  tr([cell(`<b>${theme}: ${promise}</b>`, ' colspan="5" bgcolor="#d9e2f3"')]),
  ...milestones.filter((m) => m.theme === theme).map((r) => tr([cell(r.objective), cell(r.deliverable), cell(r.milestone), cell(r.status), cell(r.remark)]))]))
const statusFirst = perTheme((rows) => table(['Status', 'Key milestone', 'Deliverable', 'Objective', 'Commentary'], rows.map((r) => tr([cell(r.status), cell(r.milestone), cell(r.deliverable), cell(r.objective), cell(r.remark)]))))
const between = perTheme((rows) => table(['Objective', 'We will', 'Key milestones', 'KPI', 'RAG status', 'Update'], carried(rows).map((r) => tr([cell(r.shownObjective), cell(r.shownDeliverable), cell(r.milestone), cell(r.measure), cell(r.status), cell(r.remark)]))))
const levels = table(['Ambition', 'Outcome', 'Commitment', 'Action', 'Step', 'Status', 'Comments'], milestones.map((r) => tr([
  cell('A fair and green Averling'), cell(r.theme), cell(r.objective), cell(r.deliverable), cell(r.milestone), cell(r.status), cell(r.remark)])))
const levelRows = milestones.map((r) => ({ line: null, theme: 'A fair and green Averling', objective: r.theme, deliverable: null, milestone: r.milestone, status: r.status, remark: r.remark, path: ['A fair and green Averling', r.theme, r.objective, r.deliverable, r.milestone] }))

const grouped = []
for (const m of milestones) { const last = grouped.at(-1); if (last?.deliverable === m.deliverable) last.milestones.push(m.milestone); else grouped.push({ ...m, milestones: [m.milestone] }) }
const bulleted = themes.map(([theme, promise]) => `<h2>${theme}: ${promise}</h2>${table(['Objective', 'Deliverable', 'Milestones'], carried(grouped.filter((g) => g.theme === theme)).map((g) => tr([cell(g.shownObjective), cell(g.deliverable), cell(`<ul>${g.milestones.map((m) => `<li>${m}</li>`).join('')}</ul>`)])))}`).join('\n')
const planTitle = title.replace(': progress at Quarter 2', '')
const two = `<h2>Measures</h2>${table(['Measure', 'Unit', 'Target', 'Actual'], [['Homes let within 20 days', '%', '80', '76'], ['Potholes mended within a week', '%', '90', '93']].map((r) => tr(r.map((t) => cell(t)))))}`
const long = Array.from({ length: 2 }, (_, i) => milestones.map((m) => ({ ...m, milestone: `${m.milestone} (area ${i + 1})` }))).flat()
const longRows = table(['Theme', ...five], long.map((r) => tr([cell(r.theme), cell(r.objective), cell(r.deliverable), cell(r.milestone), cell(r.status), cell(r.remark)])))
const hairlines = 'table { border: 0 } td { border-bottom: 0.5pt solid #999 } th { border-bottom: 1pt solid black }'
const bare = 'td, th { border: 0; padding: 4pt 6pt }'
const noRules = (html) => html.replaceAll('<table border="1">', '<table border="0">')
const letter = (status) => cell(lettered[status])
const lettered = { Blue: 'B', Green: 'G', Amber: 'A', Red: 'R', Grey: 'N' }
const classes = Object.entries(colours).map(([name, hex]) => `td.s-${name.toLowerCase()} { background-color: ${hex}; }`).join(' ')

// Made after the readers had been corrected once, to see what else they don't know.
const bothHeads = `<thead><tr><th rowspan="2">Objective</th><th rowspan="2">This year we will</th><th rowspan="2">Milestone</th><th colspan="2">Progress</th></tr><tr><th>RAG</th><th>Comment</th></tr></thead>`
const twoRowHeads = perTheme((rows) => table(five, rows.map((r) => tr([cell(r.objective), cell(r.deliverable), cell(r.milestone), cell(r.status), cell(r.remark)]))).replace(/<thead>.*?<\/thead>/, bothHeads))
const zebra = 'td, th { border: 0; padding: 4pt } tbody tr:nth-child(even) td { background: #eef2f7 } th { background: #1f3864; color: white }'
const chip = (status) => cell(`<span class="chip" style="background: ${colours[status]}">${status}</span>`)
const spot = (status) => cell(`<span class="spot" style="background: ${colours[status]}"></span>`)
const chips = '.chip { border-radius: 6pt; padding: 1pt 6pt } .spot { display: inline-block; width: 12pt; height: 12pt; border-radius: 6pt } * { print-color-adjust: exact }'
const middle = 'td, th { vertical-align: middle; border: 0; padding: 2pt 4pt }'
const upended = 'th:nth-child(4) { writing-mode: vertical-rl; transform: rotate(180deg) }'
const sharedRemark = perTheme((rows) => {
  const remarks = spans(rows, (r) => r.objective + r.deliverable)
  return table(five, carried(rows).map((r, i) => tr([cell(r.shownObjective), cell(r.shownDeliverable), cell(r.milestone), cell(r.status), ...(remarks[i] ? [cell(`See the note on ${r.deliverable.toLowerCase()}.`, ` rowspan="${remarks[i]}"`)] : [])])))
})
const firstTwo = themes.slice(0, 2), without = milestones.filter((m) => m.theme !== 'Learning')
const steps = (of) => perTheme((rows) => `<p>The council's promise for the year stands below.</p>${table(['Ref', 'Priority', 'Action', 'Step', 'Lead', 'Due', 'Rating', 'Position at the end of the quarter'], rows.map((r, i) => tr([cell(`${r.theme[0]}${i + 1}`), cell(r.objective), cell(r.deliverable), cell(r.milestone), cell('Head of Service'), cell('Mar 2032'), cell(r.status), cell(r.remark)])))}`, of)
const furniture = '@page { size: 29.7cm 21cm; margin: 2cm 1.5cm; @top-left { content: "Averling District Council"; } @bottom-center { content: "Page " counter(page) " of " counter(pages); } }'
const icons = plain((s) => cell(`<img alt="${s}" src="data:,">`))

const columnsOnly = 'td, th { border: 0; border-left: 1px solid black; border-right: 1px solid black } table { border: 1px solid black } th { border-bottom: 1px solid black }'
const bandedColumns = table(five, themes.flatMap(([theme, promise]) => [tr([cell(`<b>${theme}: ${promise}</b>`, ' colspan="5"')]), ...carried(milestones.filter((m) => m.theme === theme)).map((r) => tr([cell(r.shownObjective), cell(r.shownDeliverable), cell(r.milestone), cell(r.status), cell(r.remark)]))]))

/** `aside`: not looked at until the readers were done. */
export const layouts = [
  { name: 'plain-docx', aside: false, how: 'Carried-down cells; a table a theme; key below', way: 'office-docx', html: page(ruled, title + plain() + legend((c) => c)), rows: answer(milestones) },
  { name: 'plain-html', aside: false, how: 'As plain-docx', way: 'as-it-is-html', html: page(ruled, title + plain() + legend((c) => c)), rows: answer(milestones) },
  { name: 'letters-docx', aside: false, how: 'Status is a letter that the key explains', way: 'office-docx', html: page(ruled, title + legend((c) => `${lettered[c]} - ${c}`) + plain(letter)), rows: answer(milestones, (r) => ({ ...r, status: lettered[r.status] })) },
  { name: 'fills-docx', aside: false, how: 'Status is only a fill; no key', way: 'office-docx', html: page(ruled, title + plain((s) => cell('', filled(s)))), rows: answer(milestones) },
  { name: 'status-first-docx', aside: false, how: 'Status in the first column, levels from the lowest up', way: 'office-docx', html: page(ruled, title + statusFirst), rows: answer(milestones) },
  { name: 'levels-xlsx', aside: false, how: 'Five levels with other names', way: 'office-xlsx', html: page(ruled, title + levels), rows: levelRows },
  { name: 'fills-xlsx', aside: false, how: 'Status is only a fill; no key', way: 'office-xlsx', html: page(ruled, title + plain((s) => cell('', filled(s)))), rows: answer(milestones) },
  { name: 'landscape-untagged-pdf', aside: false, how: 'Landscape, untagged, ruled, carried down', way: 'office-untagged-pdf', html: page(ruled + landscape, title + plain() + legend((c) => c)), rows: answer(milestones) },
  { name: 'plain-chromium-pdf', aside: false, how: 'Ruled, tagged by a browser, portrait', way: 'chromium-pdf', html: page(ruled, title + plain() + legend((c) => c)), rows: answer(milestones) },
  { name: 'two-tables-pdf', aside: false, how: 'A table of measures on the same page', way: 'chromium-untagged-pdf', html: page(ruled + landscape, title + two + plain() + legend((c) => c)), rows: answer(milestones) },
  { name: 'bullets-docx', aside: false, how: 'A plan: several milestones bulleted in a cell', way: 'office-docx', html: page(ruled, planTitle + bulleted), rows: answer(milestones, (r) => ({ ...r, status: null, remark: null })) },
  { name: 'unruled-pdf', aside: false, how: 'No rules at all, untagged, landscape', way: 'chromium-untagged-pdf', html: page(bare + landscape, title + noRules(plain())), rows: answer(milestones) },

  { name: 'merged-docx', aside: true, how: 'Objectives and deliverables merged downwards', way: 'office-docx', html: page(ruled, title + merged), rows: answer(milestones) },
  { name: 'merged-pdf', aside: true, how: 'Merged downwards, landscape, untagged', way: 'office-untagged-pdf', html: page(ruled + landscape, title + merged), rows: answer(milestones) },
  { name: 'bands-docx', aside: true, how: 'One table; themes are rows merged across; other level names', way: 'office-docx', html: page(ruled, title + bands), rows: answer(milestones) },
  { name: 'bands-xlsx', aside: true, how: 'As bands-docx', way: 'office-xlsx', html: page(ruled, title + bands), rows: answer(milestones) },
  { name: 'kpi-between-pdf', aside: true, how: 'A KPI column between milestone and status', way: 'chromium-pdf', html: page(ruled + landscape, title + between), rows: answer(milestones) },
  { name: 'kpi-between-docx', aside: true, how: 'A KPI column between milestone and status', way: 'office-docx', html: page(ruled, title + between), rows: answer(milestones) },
  { name: 'fills-pdf', aside: true, how: 'Status is only a fill, tagged', way: 'office-tagged-pdf', html: page(ruled + landscape, title + plain((s) => cell('', filled(s)), themes.slice(0, 2))), rows: answer(milestones.filter((m) => m.theme !== 'Learning')) },
  { name: 'fills-class-html', aside: true, how: 'Status is only a fill given by a style class', way: 'as-it-is-html', html: page(ruled + classes, title + plain((s) => cell('', ` class="s-${s.toLowerCase()}"`))), rows: answer(milestones) },
  { name: 'header-repeated-pdf', aside: true, how: 'One long table; the header row on every page', way: 'office-untagged-pdf', html: page(ruled + landscape, title + longRows), rows: answer(long) },
  { name: 'hairlines-pdf', aside: true, how: 'Only lines between rows', way: 'chromium-untagged-pdf', html: page(hairlines + landscape, title + noRules(plain())), rows: answer(milestones) },
  { name: 'bullets-pdf', aside: true, how: 'A plan: several milestones bulleted in a cell', way: 'chromium-pdf', html: page(ruled + landscape, planTitle + bulleted), rows: answer(milestones, (r) => ({ ...r, status: null, remark: null })) },
  { name: 'plain-csv', aside: true, how: 'One table with a theme column', way: 'office-csv', html: page(ruled, table(['Theme', ...five], milestones.map((r) => tr([cell(r.theme), cell(r.objective), cell(r.deliverable), cell(r.milestone), cell(r.status), cell(r.remark)])))), rows: answer(milestones) },

  { name: 'two-row-heads-docx', aside: 'later', how: 'Headings over two rows', way: 'office-docx', html: page(ruled, title + twoRowHeads), rows: answer(milestones) },
  { name: 'two-row-heads-pdf', aside: 'later', how: 'Headings over two rows', way: 'chromium-untagged-pdf', html: page(ruled + landscape, title + twoRowHeads), rows: answer(milestones) },
  { name: 'zebra-pdf', aside: 'later', how: 'No lines; every second row tinted', way: 'chromium-pdf', html: page(zebra + chips + landscape, title + noRules(plain())), rows: answer(milestones) },
  { name: 'chips-pdf', aside: 'later', how: 'Status is a word on a rounded tag', way: 'chromium-pdf', html: page(ruled + chips + landscape, title + plain(chip)), rows: answer(milestones) },
  { name: 'spots-pdf', aside: 'later', how: 'Status is a coloured spot', way: 'chromium-untagged-pdf', html: page(ruled + chips + landscape, title + plain(spot)), rows: answer(milestones) },
  { name: 'spots-html', aside: 'later', how: 'Status is a coloured spot', way: 'as-it-is-html', html: page(ruled + chips, title + plain(spot)), rows: answer(milestones) },
  { name: 'middle-unruled-pdf', aside: 'later', how: 'No lines; words stand in the middle of their row', way: 'chromium-untagged-pdf', html: page(middle + landscape, title + noRules(plain())), rows: answer(milestones) },
  { name: 'upended-pdf', aside: 'later', how: 'A heading set upright', way: 'chromium-pdf', html: page(ruled + landscape + upended, title + plain()), rows: answer(milestones) },
  { name: 'shared-remark-docx', aside: 'later', how: 'One remark for all milestones of a deliverable', way: 'office-docx', html: page(ruled, title + sharedRemark), rows: answer(milestones, (r) => ({ ...r, remark: `See the note on ${r.deliverable.toLowerCase()}.` })) },
  { name: 'shared-remark-pdf', aside: 'later', how: 'One remark for all milestones of a deliverable', way: 'office-untagged-pdf', html: page(ruled + landscape, title + sharedRemark), rows: answer(milestones, (r) => ({ ...r, remark: `See the note on ${r.deliverable.toLowerCase()}.` })) },
  { name: 'steps-pdf', aside: 'later', how: 'Eight columns, three levels with other names, running header and page numbers', way: 'chromium-pdf', html: page(ruled + furniture, title + steps(firstTwo)), rows: answer(without) },
  { name: 'steps-docx', aside: 'later', how: 'Eight columns, three levels with other names', way: 'office-docx', html: page(ruled, title + steps(themes)), rows: answer(milestones) },
  { name: 'icons-html', aside: 'later', how: 'Status is a picture with words in its place', way: 'as-it-is-html', html: page(ruled, title + icons), rows: answer(milestones) },
  { name: 'long-unruled-pdf', aside: 'later', how: 'No lines, two pages and more, tagged by an office program', way: 'office-tagged-pdf', html: page(bare + landscape, title + noRules(plain((s) => cell(s), firstTwo))), rows: answer(without) },
  { name: 'columns-only-pdf', aside: 'later', how: 'Lines between columns only; bands name the themes', way: 'chromium-untagged-pdf', html: page(columnsOnly + landscape, title + bandedColumns), rows: answer(milestones) },
  { name: 'hairlines-merged-pdf', aside: 'later', how: 'Lines between rows only; merged downwards', way: 'chromium-untagged-pdf', html: page(hairlines + landscape, title + noRules(merged)), rows: answer(milestones) },
  { name: 'fills-unruled-pdf', aside: 'later', how: 'No lines; status is only a fill', way: 'chromium-untagged-pdf', html: page(bare + chips + landscape, title + noRules(plain((s) => cell('', filled(s))))), rows: answer(milestones) },
]
