import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { piecesOf, type Line, type Piece } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'
import { linesWith } from '../pack/words.ts'

const signing = (paper: CheckedPaper): Set<Line> => new Set(packOf(paper).reports.flatMap((r) => r.reviewers.map((x) => x.line)))
/** What a line must hold for a closer look: a word, or a sign. */
type Hints = { readonly word?: RegExp; readonly signs: readonly string[] }
const search = (paper: CheckedPaper, { word, signs }: Hints, find: (text: string) => string | null, tell: (found: string) => string): Fault[] => {
  const { lines } = packOf(paper), skip = signing(paper)
  const worded = new Set(word === undefined ? [] : linesWith(lines, (w) => word.test(w)))
  return lines.filter((line) => (worded.has(line) || signs.some((sign) => line.text.includes(sign))) && !skip.has(line)).flatMap((line) => piecesOf(line).flatMap(({ text, at }) => {
    const found = find(text)
    return found === null ? [] : [{ at, found: brief(found), message: tell(brief(found)), fault: `${line.source.page} ${line.source.line} ${found}` }]
  }))
}

const placeholders = [
  /\bclick or tap\b[^.]*\.?/i, /\bclick here to (enter|add|insert)[^.]*\.?/i, /\bchoose an item\.?/i, /\blorem ipsum\b/i, /\bDD\/MM\/Y{2,4}\b/i, /\binsert\b[^.]{1,60}\bhere\b/i, /\bX{3,}\b|\bX{2}\/X{2}\b|£\s?X{1,}\b/,
  /\[\s*(insert|enter|add|name|date|title|to be (added|inserted|confirmed|completed)|tbc|tbd|xx+)\b[^\]]*\]/i, /<\s*(insert|enter|add)\b[^>]*>/i, /\b(TBC|TBD)\s*\[[^\]]*\]/i, /_{6,}/,
  /\b(?:AWAITING|PENDING|INSERT|ADD) (?:FIGURES?|DATA|DATES?|NAMES?|TEXT|DETAILS?|INFORMATION)\b/, /\bXX (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/, /^\(?\d{1,3}[.)]?\s+(?:TBC|TBD|TBA)\.?$/i,
  /\[[^\]]{0,40}\bto (?:add|complete|insert|update|supply|provide|write)\b[^\]]{0,40}\]/i, /\[[^\]]{0,60}\b(?:to follow|to come|awaited|to be (?:supplied|provided|written|completed|updated|agreed)|needed here|missing)\s*\]/i,
  /^\[(?:[\w/' -]{0,40}\b)?(?:title|name|author|director|date|committee|officer|here)(?: here)?\]$/i, /^\W*(?:report )?(?:title|name|date|text) (?:goes )?here\W*$/i,
]
export const placeholder: Check = defineCheck({
  code: 'completeness.placeholder', title: 'Placeholders left in', level: 'error',
  about: 'A form or template asks for words ("Click or tap to enter text", "[insert name]", "TBC [web page]") that nobody has put in. Put them in, or take the line out.',
  right: ['The report was approved by the Director on 4 May 2024.', 'Roads plan\n\n[Report attached]'],
  wrong: ['Contact:\tClick or tap here to enter text.', 'Access to information\tTBC [page of the board]', 'The cost is [insert amount] a year.', 'Equality: insert the outcome of the screening here.', 'Finance\tAccountant\tdd/mm/yyyy', 'Report of:\t[Relevant Director]', 'Report title here', 'Risk\tMitigation\nFlood\t[Mitigation to follow]', 'Equality: [author to add this before the agenda goes out]', 'A plan comes to the panel on XX March 2027.', 'Nine were upheld and (AWAITING FIGURE) were not.', '12. TBC'],
  find: (paper) => search(paper, { word: /click|choose|lorem|here\b|dd$|xx|^x|tb[cda]|awaiting|pending|insert|^add$/i, signs: ['[', '<', '______'] }, (text) => placeholders.map((p) => p.exec(text)?.[0]).find((found) => found !== undefined && !/^_+$/.test(found)) ?? null,
    (found) => `"${found}" is a placeholder that nobody filled in. Put the words in, or take the line out.`),
})

const instructions = [
  /\bplease (note )?(that )?this section (must|should|needs to|is to) be completed\b[^.]*/i, /^please (include|insert|complete|delete|attach|provide|state|set out|add|list|refer to the guidance)\b[^.]*/i,
  /\b(delete|strike out|amend) (?:one )?(?:as|if not) (appropriate|applicable|necessary|required)\b/i, /[[{][^\]}]*\b(?:delete|complete the|relevant only for|draft (?:the )?recommendations?)\b[^\]}]*[\]}]/i,
  /\bdo not (?:delete|amend)\b[^.]*\b(?:titles?|headings?|section|wording)\b/i, /\bheadings?\b[^.]*\bmust not be (?:amended|deleted|changed)\b/i, /\bthis section (?:should|must|can) be (?:deleted|completed|broken up)\b[^.]*/i,
  /^(?:[\d.]+\s+)?(?:outline|describe|introduce|summarise|explain|provide a (?:short|brief))\b[^.]*\b(?:(?:of|in|for) (?:this|your) (?:report|section)|(?:summary of|context for) the report|(?:next|previous) section)\b[^.]*/i, /^(guidance|guidance note|note to (author|officers?)|instructions?( to author)?)\s*[:–-]\s*[^.]*/i,
  /\b(authors?|officers?) (should|must|to) (complete|delete|insert|include|set out|ensure)\b[^.]*/i, /\bthis (text|box|guidance|paragraph|wording) (should|must|to) be (deleted|removed|replaced)\b/i,
]
export const instruction: Check = defineCheck({
  code: 'completeness.template-instruction', title: 'Instructions of the template left in', level: 'error',
  about: 'A sentence of the template that speaks to the author, not to the reader. Do what it asks, then delete it.',
  right: ['This section sets out what the council will do. Please see Appendix A for the full list.', 'Describe the roads as they are, and explain the report to residents.', 'The officer did not delete the section of the wall.'],
  wrong: ['Please note that this section must be completed by the author before sending it on', 'Please include a glossary of terms used in this report.', 'Yes / No (delete as appropriate)', 'Not for publication [Delete if not applicable]', '2.1 Describe the options that were weighed and say why in this section.'],
  find: (paper) => search(paper, { word: /please|delete|strike|amend|complete|relevant|draft\b|section|\breport\b|guidance|note\b|instruction|authors?\b|officers?\b|\b(?:text|box|paragraph|wording)\b/i, signs: [] }, (text) => (/\b(you|your) (can|may|could)\b|contact|e-?mail/i.test(text) ? null : instructions.map((p) => p.exec(text)?.[0]).find((f) => f !== undefined) ?? null),
    (found) => `"${found}" speaks to the author, not to the reader. Do what it asks, then delete it.`),
})

export const formHint: Check = defineCheck({
  code: 'completeness.form-hint', title: 'Hints of a form in a heading', level: 'note',
  about: 'A heading of a table still carries the form\'s hint to the author, such as "(indicate R or C)". Harmless, but it looks unfinished: delete the hint.',
  right: ['Cost of the project (revenue)\t2025/26\t2026/27\nStaff\t10\t12'],
  wrong: ['Cost of the project (indicate R or C)\t2025/26\t2026/27\nStaff\t10\t12'],
  find: (paper) => search(paper, { signs: ['('] }, (text) => /\((please )?(indicate|specify|state|insert|name your|list)\b[^)]*\)/i.exec(text)?.[0] ?? null, (found) => `"${found}" is a hint to the author. Delete it.`),
})

const notes = [
  /\bnot (mentioned|covered|included|reflected|shown|listed) in (the )?(DP|draft|previous (plan|version|draft)|last year's (plan|report)|old plan)( 20\d\d)?/i,
  /\[(?=[^\]]{1,2000}\])[^\]]*\b(identify|check|confirm|update|query|ask|why|add (more|detail|figure)|to be (checked|agreed|updated))\b[^\]]*\]/i,
  /\?{2,}/, /\b(TODO|FIXME|NB:? check|to check with|check with [A-Z][a-z]+|comment \[[A-Z]{1,3}\d+\]|commented \[)/,
  /\b(draft (note|comment)|drafting note|internal note)\b\s*[:–-]/i, /\bdraft\b[^.]{0,20}\b(?:not for (?:publication|circulation)|do not (?:circulate|publish)|for internal (?:use|comment) only)\b/i,
  /\((?:reasons?|figures?|details?|text|wording|names?|dates?|costs?|outcomes?|comments?)\b[^)]{0,30}\bto (?:follow|come|be (?:added|inserted|confirmed|supplied|provided|completed))[^)]{0,40}\)/i,
  /(?<=^|[.\d]\s)[A-Z][^.]{2,60}(?<!\b(?:is|are|was|were|be|has|have|had|need|needs|ought|likely|due|expected|proposed|agreed|going|and) )to be (?:added|inserted|supplied|written) (?:after|when|once|before|here|by)\b[^.]*/,
]
const noteHint = /\bnot \w+ in\b|\[|\?\?|TODO|FIXME|NB|check|omment|note|to (?:follow|come|be )|draft/i
export const draftingNote: Check = defineCheck({
  code: 'completeness.drafting-note', title: 'Drafting notes left in', level: 'error',
  about: 'A remark from one author to another that was not meant for readers: "[check with finance]", "not mentioned in the draft", "??". Answer it, then delete it.',
  right: ['The committee asked [in March] for more detail.', 'Two clauses are to be added after the meeting (the costs follow).', 'Roads were not mentioned in the survey.'],
  wrong: ['Launch the new strategy. Strategy not mentioned in DP 2023.', 'Posts covered [identify acceptable cover]', 'To defer it. (reason to follow)', '7.1 Outcome of the committee to be added after 13 January.', 'Version\tDRAFT 2 - not for publication', 'The cost is £5m ??'],
  find: (paper) => search(paper, { word: /\bnot\b|todo|fixme|nb|check|omment|note|\b(?:follow|come|be)|draft/i, signs: ['[', '??'] }, (text) => (noteHint.test(text) ? notes.map((p) => p.exec(text)?.[0]).find((f) => f !== undefined) ?? null : null),
    (found) => `"${found}" reads like a note between authors. Answer it, then delete it.`),
})

const openHint = /TB[CDA]|to be /i
/** A cell, or what stands after a label: "Equality: TBC". */
const openParts = (line: Line): readonly Piece[] => (line.style === 'row' ? piecesOf(line) : line.text.length > 80 ? [] : piecesOf(line).flatMap((p) => { const rest = /^[^:]{3,60}:\s*(.+)$/s.exec(p.text)?.[1]; return rest === undefined ? [] : [{ ...p, text: rest }] }))
const openCell = /^(TBC|TBD|TBA|to be (confirmed|decided|agreed|determined|added))\b|\b(TBC|TBD|TBA)\.?$|^tb[cda]\.?$/
export const open: Check = defineCheck({
  code: 'completeness.to-be-confirmed', title: 'Still to be confirmed', level: 'warning',
  about: 'A table or a label still says "TBC" or "to be decided" where a date, name or figure belongs. Told once for each table. Put the answer in, or say by when it will be known.',
  right: ['Action\tLead\tBy when\nRepair roads\tHead of Roads\tMay 2025'],
  wrong: ['Action\tLead\tBy when\nRepair roads\tHead of Roads\tTBC', 'Council\tSwim\nOakhaven\t£5\nMill Bay\ttbc', 'Equality: TBC'],
  find: (paper) => packOf(paper).lines.filter((l) => openHint.test(l.text)).flatMap((line) => openParts(line).filter((p) => p.text.length < 60 && openCell.test(p.text) && !placeholders.some((x) => x.test(p.text))).map(({ text, at }) => ({
    at, found: text, message: `"${text}" is still open here. Put the answer in, or say by when it will be known.`, fault: 'open',
  }))),
})
