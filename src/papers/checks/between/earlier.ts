import type { CheckedPaper } from '../check.ts'

/** What an earlier paper is called in a finding: by its file where there are several. */
export const earlierName = (paper: CheckedPaper, earlier: CheckedPaper): string => (paper.against.length > 1 ? earlier.content.file.split(/[\\/]/).at(-1)! : 'the earlier paper')
