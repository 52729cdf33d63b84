import { collapse, hasWords, matchesIn } from '../../../kit/words.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { piecesOf, type Line, type Piece } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'
import { linesHaving, wordsOf, type CellWord } from '../pack/words.ts'

/** Each paragraph and cell of the lines that hold a hint. */
const pieces = (lines: readonly Line[], hint: RegExp | string): readonly Piece[] => lines.filter((line) => holds(line.text, hint)).flatMap(piecesOf)

const around = (text: string, index: number, length: number): string => text.slice(Math.max(0, index - 20), index + length + 20).replace(/^\S*\s/, '').replace(/\s\S*$/, '')
const holds = (text: string, hint: RegExp | string): boolean => (typeof hint === 'string' ? text.includes(hint) : hint.test(text))
const eachMatch = (lines: readonly Line[], hint: RegExp | string, pattern: RegExp, tell: (m: RegExpMatchArray, text: string) => Omit<Fault, 'at'> | null): Fault[] =>
  pieces(lines, hint).filter(({ text }) => text.length > 10 && holds(text, hint)).flatMap(({ text, at, line }) => matchesIn(text, pattern).flatMap((m) => {
    const fault = tell(m, text)
    return fault ? [{ at, fault: `${line.block} ${m[0]}`, ...fault }] : []
  }))

const mayRepeat = new Set(['that', 'had', 'is', 'in', 'on', 'no', 'so', 'very', 'far', 'many', 'more', 'bora', 'new', 'day', 'week', 'year', 'step', 'side', 'one', 'two', 'wagga'])
const isPlain = (word: string): boolean => /^[a-z]+$/.test(word)
/** The `n` words from the word at `i` on, if they stand twice with nothing but a space between. */
const repeatedAt = (words: readonly CellWord[], i: number, n: number, text: string): string | null => {
  const [first, second] = [words.slice(i, i + n), words.slice(i + n, i + 2 * n)]
  if (second.length < n || !first.every((w, k) => w.word === second[k]!.word && isPlain(w.word))) return null
  const [begin, last] = [first[0]!.index, second.at(-1)!]
  const end = last.index + last.word.length
  const phrase = first.map((w) => w.word).join(' ')
  const isPhrase = n === 1 ? phrase.length > 1 && !mayRepeat.has(phrase) : phrase.length >= 8
  return isPhrase && collapse(text.slice(begin, end)) === `${phrase} ${phrase}` && !/[\w.]/.test(text[begin - 1] ?? ' ') && !/\w/.test(text[end] ?? ' ') ? phrase : null
}
/** One to four words that stand twice. */
const doubledAt = (words: readonly CellWord[], i: number, text: string): string | null => {
  const { word } = words[i]!
  for (let n = 1; n <= 4 && i + n < words.length; n += 1) {
    const phrase = words[i + n]!.word === word ? repeatedAt(words, i, n, text) : null
    if (phrase !== null) return phrase
  }
  return null
}
const doubledIn = (line: Line, c: number, words: readonly CellWord[]): Fault[] => {
  const found: Fault[] = []
  for (let i = 0; i + 1 < words.length; i += 1) {
    const phrase = doubledAt(words, i, line.cells[c]!)
    if (phrase !== null) found.push({ at: line.style === 'row' ? line.sources[c] ?? line.source : line, found: `${phrase} ${phrase}`, expected: phrase, fault: `${line.block} ${phrase}`, message: `"${around(line.cells[c]!, words[i]!.index, phrase.length * 2 + 1)}" has "${phrase}" twice. Delete one.` })
  }
  return found
}
const eachDoubled = (paper: CheckedPaper): Fault[] => packOf(paper).lines.flatMap((line) => {
  const cells = wordsOf(line)
  return cells.some((words) => words.length > 1) ? cells.flatMap((words, c) => doubledIn(line, c, words)) : []
})

export const doubledWord: Check = defineCheck({
  code: 'wording.doubled-word', title: 'Doubled words', level: 'error',
  about: 'Looks for a word or a phrase printed twice in a row. Delete one.',
  right: ['The plan that that committee agreed is subject to change.', 'Ho Ho was read out.', 'Rates: 5 per cent, 6 per cent.'],
  wrong: ['The plan is subject to to change.', 'The posts covered posts covered by staff.'],
  find: eachDoubled,
})

const afterBeing = 'review|fund|funding|develop|deliver|finalise|consider|complete|assess|procure|negotiate|plan'
const oneWord: Readonly<Record<string, string>> = { 'co-terminus': 'coterminous' }
/** `hint`: what a text must hold for the pattern to be worth trying; `words`: the line must have one of them. */
const slips: readonly { hint: RegExp | string; words?: readonly string[]; pattern: RegExp; tell: (found: string) => string }[] = [
  { hint: 'used to ', words: ['used'], pattern: /\bused to (?!(?:need|feed|speed|breed|seed|heed|weed|proceed|succeed|exceed|embed|shed|wed|bed)\b)[a-z]{3,}ed\b/g, tell: (f) => `"${f}" has an ending too many.` },
  { hint: 'Delivery a', words: ['Delivery'], pattern: /\bDelivery (?:a|an)\b(?! of)/g, tell: (f) => `"${f}" wants the verb, deliver.` },
  { hint: ' that', words: ['notes', 'states', 'finds', 'says', 'believes', 'recommends'], pattern: /\b(?:inspectors|auditors|officers|members|councillors|directors|residents|partners) (?:notes|states|finds|says|believes|recommends) that\b/gi, tell: (f) => `"${f}" has a verb in the singular.` },
  { hint: 'decision', words: ['decision'], pattern: /\bdecision (?:in [A-Z][a-z]+ \d{4} )?to (?!bring\b)[a-z]{3,}ing\b/g, tell: (f) => `"${f}" has an ending too many.` },
  { hint: 'to do', words: ['need', 'needs'], pattern: /\bwhat needs? to do\b/g, tell: (f) => `"${f}" lacks a word: who needs to?` },
  { hint: /cars park/i, words: ['cars', 'Cars', 'CARS'], pattern: /\bcars parks?\b/gi, tell: (f) => `"${f}" has an "s" too many.` },
  { hint: 'being', words: ['being'], pattern: new RegExp(String.raw`\b(?:currently |now )?(?:is|are|was|were|now|currently|been)\s+being\s+(?:${afterBeing})(?=$|[.,;)]| (?:with|by|in|on|and|to|for)\b)`, 'gi'), tell: (f) => `"${f}" lacks the ending of its verb.` },
  { hint: /\b(?:will|would|can|could|should|must|may) (?:the|an?)\b/, words: ['will', 'would', 'can', 'could', 'should', 'must', 'may'], pattern: /\b(?:This|It|That|They|We|These) (?:will|would|can|could|should|must|may) (?:the|an?)\b(?! (?:hell|least))/g, tell: (f) => `"${f}" lacks a verb.` },
  { hint: / a [aeiou]/, words: ['a'], pattern: /(?<![\w'’.-])a (?=(?!eu|ew|uni|use|usu|uti|one|once|u\b|e-|ein|oui|ubi|uk|usa)[aeiou][a-z]{2,})[aeiou][a-z]+/g, tell: (f) => `"${f}" needs "an".` },
  { hint: ' a E', words: ['a'], pattern: /(?<![\w'’.-])a E(?:quality|nvironmental|conomic|nterprise|ducation)\b/g, tell: (f) => `"${f}" needs "an".` },
  { hint: /it's/i, words: ["it's", "It's", "IT's", "IT'S"], pattern: /\bit's (?:own|measures|aims|objectives|services|priorities|budget|staff|members|residents|strategy|partners|functions|duties|plans?|targets?)\b/gi, tell: (f) => `"${f}" needs "its": no apostrophe.` },
  { hint: / (?:across|for|to|of|from|with|by) (?:the|a|an|our|all)\b/, pattern: /(?<![\w'’-])(?:to|for|with|of|by|from|in|at) (?:across|for|to|of|from|with|by)(?= (?:the|a|an|our|all)\b)(?<!\b(?:from|by) (?:across|to|for|with|of|from|by))(?<!\b(?:in|of|at|with) (?:across|by|from|with|to))/g, tell: (f) => `"${f}" has two words where one belongs.` },
  { hint: /dependant |ould of |role out|in principal/, words: ['dependant', 'principal', 'role', 'would', 'could', 'should'], pattern: /\b(?:dependant (?:up)?on|(?:would|could|should) of (?:been|had|done|made|gone)|(?:to|will) role out|role out of the|in principal(?= (?:agree|to|and|that|support)|[.,;]))\b/g, tell: (f) => `"${f}" has the wrong word of two that sound alike.` },
  { hint: /\bpubic\b|\bmanger\b|\bprinciple (?:officer|planning|accountant|risk)/i, words: ['pubic', 'Pubic', 'manger', 'Manger', 'mangers', 'Mangers', 'principle', 'Principle'], pattern: /\bpubic (?!(?:bone|hair|area|region)\b)[a-z]+|\b(?:project|budget|service|programme|line|contract|area|team|property|asset|finance|general|practice|case|care) mangers?\b|\bprinciple (?:officer|planning officer|accountant|risks?)\b/gi, tell: (f) => `"${f}" has a letter wrong that makes another word.` },
  { hint: /\b(?:is|are|was|were|being|been) lead by\b/, words: ['lead'], pattern: /\b(?:is|are|was|were|being|been) lead by\b/g, tell: (f) => `"${f}" should be "led by".` },
  { hint: ' program', words: ['program', 'programs'], pattern: /\b(?:capital|works?|improvement|transformation|investment|savings|training|delivery|building|audit|school) programs?\b/g, tell: (f) => `"${f}" is a programme.` },
  { hint: /credit worth|co-terminus|over view|in tact/, words: ['worthiness', 'worthy', 'co-terminus', 'view', 'tact'], pattern: /\b(?:credit worth(?:iness|y)|co-terminus|over view|in tact)\b/g, tell: (f) => `"${f}" is one word: "${oneWord[f] ?? f.replace(/[ -]/, '')}".` },
  { hint: 'Councillor ', words: ['Councillor'], pattern: /\bCouncillor (?!Mr|Dr)[A-Z][a-z]+(?:, (?!Chair|Leader|Vice|Deputy|Cabinet|Portfolio|Mayor|Ward|Lead|Member|Councillor|Cllr|Convenor|Provost)[A-Z][a-z]+)+(?:,? and (?!Councillor|Cllr|Mr|Mrs|Ms|Dr|Officers|Members)[A-Z][a-z]+|(?=, [A-Z][a-z]+ and [A-Z]))/g, tell: (f) => `"${f}" names several: Councillors.` },
  { hint: 'meeting held', words: ['held'], pattern: /\bminutes of the meeting held (?:on )?(?:[A-Z]\w+day )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+(?: \d{4})?,? and (?:on )?(?:[A-Z]\w+day )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}/gi, tell: (f) => `"${f}" has two days: meetings.` },
  { hint: ';', words: ['below', 'follows', 'following'], pattern: /\b(?:below|follows|following);$/g, tell: (f) => `"${f}" wants a colon before what follows.` },
  { hint: ' they are', words: ['they'], pattern: /\b[a-z]{3,}(?:al|'s|’s) they are\b(?<=(?:'s|’s) they are)/g, tell: (f) => `"${f}" has an apostrophe too many.` },
]
export const grammar: Check = defineCheck({
  code: 'wording.slip', title: 'Slips of the pen', level: 'warning',
  about: 'A few slips that a rule can be sure of: a verb without its ending ("being review"), a missing verb ("This will the chance"), "a" before a vowel, "it\'s" for "its". Read the sentence aloud and correct it.',
  right: ['The responses are being reviewed. This will be the chance. An equality form. Its measures are new. A unit in a European town.', 'Apologies came from Councillor Ash, Chair, and Councillor Birch. The minutes of the meetings held on 2 May 2024 and 6 June 2024.'],
  wrong: ['The responses are currently being review.', 'This will the chance to show the work.', 'They did a equality form.', 'The lessons are used to developed the service.', 'Delivery a joint campaign in all schools.', 'Inspectors notes that the staff are kind.', "The plan and it's measures are new.", 'It is dependant on the weather.', 'The work was lead by officers.', 'The capital program has slipped.', 'An over view of the plan is given.', 'Apologies came from Councillor Ash, Birch, Cedar and Oak.', 'To approve the minutes of the meeting held on 2 May 2024 and 6 June 2024.', 'The rates are in the table below;'],
  find: (paper) => slips.flatMap(({ hint, words, pattern, tell }) => eachMatch(words ? linesHaving(packOf(paper).lines, words) : packOf(paper).lines, hint, pattern, (m, text) => ({ found: m[0], message: `${tell(m[0])} It stands in "${around(text, m.index!, m[0].length)}". Correct the sentence.` }))),
})

const isSentence = (text: string): boolean => hasWords(text, 8)
/** "Cared for" and "dealt with" may end a line; "and" and "the" may not. */
const endsOpen = /(?<![\w-])(and|or|the|a|an|from|which|including|its|their|our)$/
const endsOpenInReport = /(?<![\w-])(of|to|for|with|by|that|in|at|as|is|are|be)$/
const adjectives = /\b(of|for|with|on|to) ([a-z]+(?:al|ical|ic|ive|ous)) and ([a-z]+(?:al|ical|ic|ive|ous))\.$/
const nouns = /(proposal|appraisal|approval|referral|renewal|disposal|removal|capital|initiative|objective|directive|alternative|incentive|traffic|clinic|public|topic|logistic|music|hospital|material|professional|individual|official|manual|portal|goal|deal|total|signal|animal|journal|arrival|rental|panel|representative|executive|perspective|relative|archive|native|critical)$/
const continues = (line: Line | undefined): boolean => line !== undefined && line.style !== 'row' && /^([a-z(&]|<?https?:|<?www\.)/.test(line.text) && !/^([a-z]|[ivx]+)[.)]\s/.test(line.text)
/** A new numbered paragraph, or a heading, follows: so this one was meant to be whole. */
const endsHere = (line: Line | undefined): boolean => line === undefined || line.style === 'heading' || /^(\d+\.|\(?[a-z]\)|[IVX]+\.)\s/.test(line.text)
const isItem = /^(\(?[a-z]\)|[ivx]+[.)]|\d+[.)]|[a-z]\.)\s/i
const numbered = /^\d+(\.\d+)?\.?\s/

export const unfinished: Check = defineCheck({
  code: 'wording.unfinished', title: 'Unfinished sentences', level: 'warning',
  about: 'A numbered paragraph that stops without a full stop before the next one, ends with a comma, or ends with a word that wants another ("and", "to", "of legal and financial."). Finish the sentence.',
  right: ['1. The council has a duty to secure good schools for every child.\n\n2. The council pays for it.\n', 'Roads and bridges of every kind that the county has got'],
  wrong: ['1. The council has a duty to secure good schools for every child and\n\n2. The council pays for it.\n', '1. Every project will have its own assessment of environmental and ecological.\n\n2. Done.\n', '1. Comments of heads were taken on board when it was written,\n\nAppendices\n'],
  find: (paper) => packOf(paper).parts.flatMap((part) => part.lines.flatMap((line, i): Fault[] => {
    const next = part.lines[i + 1]
    const stops = (own: Line, after: Line | undefined): boolean => part.kind === 'report' && numbered.test(own.text) && /[\w)]$/.test(own.text) && !/[;,] (and|or)$/.test(own.text) && endsHere(after)
    if (line.style === 'row' || !isSentence(line.text) || continues(next)) return []
    const adjective = adjectives.exec(line.text)
    const why = adjective && !nouns.test(adjective[2]!) && !nouns.test(adjective[3]!) ? `ends with "${adjective[0]}", which wants another word`
      : line.text.endsWith(',') && endsHere(next) ? 'ends with a comma'
        : line.text.endsWith(';') && isItem.test(line.text) && part.kind === 'report' && next?.style === 'heading' ? 'ends with a semicolon at the end of its list'
        : (endsOpen.test(line.text) || (part.kind === 'report' && numbered.test(line.text) && endsOpenInReport.test(line.text))) && !/[;,] (and|or)$/.test(line.text) && endsHere(next) ? `ends with "${line.text.split(' ').at(-1)}"`
          : stops(line, next) ? 'stops without a full stop' : null
    return why ? [{ at: line, found: line.text.slice(-60), message: `The paragraph that begins "${brief(line.text, 50)}" ${why}. Finish the sentence.` }] : []
  })),
})

const wantsMore = /\b(by (?:transforming|delivering|providing|improving|developing|ensuring|supporting|creating|increasing|reducing|building|making|using|implementing|enabling|strengthening|promoting)|(?:over|within|than) \d{1,3})$/
export const cutCell: Check = defineCheck({
  code: 'wording.cut-cell', title: 'Cells that stop too soon', level: 'warning',
  about: 'A cell of several words that ends where a word is wanted ("sums invested over 364", "a secure future by transforming"). Put the lost words back.',
  right: ['Sums invested for longer than 364 days\t5,000\tNone', 'Make the council fit for the future by transforming its services\tDone'],
  wrong: ['The upper limit for sums that are invested over 364\t5,000\tNone', 'Make the council fit for the future by transforming\tDone'],
  find: (paper) => pieces(packOf(paper).lines, /\b(?:by|over|within|than) /).flatMap(({ text, at, line }): Fault[] => {
    const end = wantsMore.exec(text)?.[0]
    return end && line.style === 'row' && hasWords(text, 6) ? [{ at, found: end, message: `The cell that begins "${brief(text, 50)}" stops at "${end}". Put the lost words back.` }] : []
  }),
})

export const emptyItem: Check = defineCheck({
  code: 'wording.empty-item', title: 'Empty bullets and cells of marks', level: 'warning',
  about: 'A bullet or number with no words after it. Write the item or delete the mark.',
  right: ['We will:\n\n- open the hub\n- close the office\n'],
  wrong: ['We will:\n\n- open the hub\n- \n', 'We will:\n\n- open the hub\n-\n'],
  find: (paper) => paper.content.blocks.filter((b) => b.kind === 'text' && /^[-–•*]?$/.test(b.text)).map((b) => ({ at: b.source, message: 'A bullet with no words. Write the item or delete the bullet.' })),
})

const listMark = /(^|[\s;:,.])([a-z]|[ivx]{1,4}|\d{1,2})$/i
/** Brackets that no partner closes or opens; "a)" and "2)" that count a list are no brackets. */
const unpaired = (text: string): { opened: number; closed: number } => {
  let [opened, closed] = [0, 0]
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') opened += 1
    if (text[i] !== ')') continue
    if (opened > 0) opened -= 1
    else if (!listMark.test(text.slice(Math.max(0, i - 6), i))) closed += 1
  }
  return { opened, closed }
}
export const brackets: Check = defineCheck({
  code: 'wording.brackets', title: 'Brackets without a partner', level: 'note',
  about: 'A paragraph or cell with a bracket that is never closed or never opened: words may be lost. Close it, or put the lost words back.',
  right: ['The board (and its members) met. a) First, b) second.'],
  wrong: ['The board (and its members met in May.', 'Staying on after sixteen (EET))'],
  find: (paper) => pieces(packOf(paper).lines, /[()]/).flatMap(({ text, at, line }): Fault[] => {
    const { opened, closed } = unpaired(text)
    if (opened + closed === 0 || (line.style !== 'row' && !/[.!?:;)]$/.test(text))) return []
    return [{ at, found: brief(text, 60), message: `A bracket is ${opened > closed ? 'opened and never closed' : 'closed and never opened'} in "${brief(text, 70)}". Check that no words are lost.` }]
  }),
})

export const spacing: Check = defineCheck({
  code: 'wording.spacing', title: 'A space before a comma', level: 'note',
  about: 'A space before a comma, semicolon or full stop. Delete it.',
  right: ['They oversee, monitor and support.'],
  wrong: ['They oversee , monitor and support.'],
  find: (paper) => eachMatch(packOf(paper).lines, / [,;]/, /\b[a-z]{2,} [,;](?= [a-z])/gi, (m) => ({ found: m[0], message: `"${m[0]}" has a space before the mark. Delete it.` })),
})
