/** Where a fact stands in a paper. A part is null where the format has none (a text has no cell, a workbook no page). */
export type Source = { readonly page: number | null; readonly line: number | null; readonly cell: string | null }

export const nowhere: Source = { page: null, line: null, cell: null }

/** "page 3, line 1857, cell Updates!C12", with only the parts that are known. */
export const describeSource = ({ page, line, cell }: Source): string =>
  [page === null ? '' : `page ${page}`, line === null ? '' : `line ${line}`, cell === null ? '' : `cell ${cell}`].filter(Boolean).join(', ') || 'place unknown'
