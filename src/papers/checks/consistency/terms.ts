import { plainWords } from '../../../kit/words.ts'

const small = new Set('the of and to in on at for from by with was were is are has have been be this that which a an as it its year total amount million council councils report table shows showing position figure figures cost costs approved across county number'.split(' '))

/** The words of a text that tell what it is about: no small words, numbers or plurals. */
export const termsOf = (text: string): Set<string> => new Set(plainWords(text).replace(/[^a-z ]+/g, ' ').split(' ').filter((w) => w.length > 2 && !small.has(w)).map((w) => w.replace(/s$/, '')))

/** Words that make a figure no statement of its own: "around", "a further". */
export const vague = /\b(?:about|around|approximately|nearly|almost|over|more than|less than|up to|at least|circa|roughly|some|further|additional|another)\s*$/i
