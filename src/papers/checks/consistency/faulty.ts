import type { Figure } from '../../types.ts'
import type { CheckedPaper } from '../check.ts'
import { tableFindings } from '../sums/tables.ts'

const key = ({ page, line, cell }: Figure['source'], text: string | undefined): string => `${page} ${line} ${cell} ${text}`

/** Figures that their own table proves wrong: they say nothing against the text or another table. The cells of a line may share its place, so the figure is told by what is printed too. */
export const faultyIn = (paper: CheckedPaper): ((figure: Figure) => boolean) => {
  const faulty = new Set(tableFindings(paper).findings.map((f) => key(f.source, f.found)))
  return (figure) => faulty.has(key(figure.source, figure.text))
}
