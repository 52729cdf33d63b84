import { recognise } from '../../src/papers/recognisers/index.ts'
import { readText } from '../../src/papers/readers/text.ts'
import { factsOf } from '../../src/papers/facts/index.ts'
import type { CheckedPaper } from '../../src/papers/checks/check.ts'

/** A text read as `check` reads it, with no settings and nothing to hold it against. In made-up tables "|" stands for the tab between cells. */
export const checkedText = (text: string | Uint8Array): CheckedPaper => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text.replace(/ ?\| ?/g, '\t')) : text
  const content = readText('made-up.txt', bytes)
  return { content, recognised: recognise(content), facts: factsOf(content), against: [], settings: { off: [], sections: [], reviewers: [], thresholds: {} } }
}
