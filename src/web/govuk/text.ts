import type { Child } from 'hono/jsx'

/** Words or marked-up words. Plain strings are escaped. */
export type Text = Child
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>
/** What nearly every part takes: more classes and attributes on its outermost element. */
export type Extra = { readonly classes?: string | undefined; readonly attributes?: Attributes | undefined }

/** The class attribute of its parts, the absent ones left out. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
/** Ids for aria-describedby, or nothing where there are none. */
export const ids = (...names: readonly (string | false | null | undefined)[]): string | undefined => classes(...names) || undefined
