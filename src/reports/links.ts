import type { Period } from '../kit/period.ts'

/** Addresses of the public pages. Readable, and kept: a published page's address never changes. */
export const links = (council: string, plan?: string, period?: Period) => {
  const planHref = `/${council}/${plan}`
  const periodHref = `${planHref}/${period}`
  return {
    council: `/${council}`, search: `/${council}/search`, data: `/${council}/data`, plan: planHref, period: periodHref,
    theme: (slug: string) => `${periodHref}/themes/${slug}`, item: (id: string) => `${periodHref}/items/${id}`,
    changes: `${periodHref}/changes`, report: `${periodHref}/report`,
    edition: (n: number) => `${periodHref}/editions/${n}`, download: (edition: number, format: string) => `${periodHref}/editions/${edition}/report.${format}`,
  }
}
export type Links = ReturnType<typeof links>
/** Words that a plan may not be called, since they are pages of their own. */
export const reservedForPages: ReadonlySet<string> = new Set(['search', 'data', 'work'])
