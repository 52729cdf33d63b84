import type { JSX } from 'hono/jsx/jsx-runtime'

/** A rendered part as text. Our parts never wait for anything, so rendering is immediate. */
export const htmlOf = (part: JSX.Element | null): string => (part === null ? '' : (part as { toString: () => string }).toString())
