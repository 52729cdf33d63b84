/** The text of a TSX element that has no asynchronous part. */
export const markup = (element: { toString: () => string }): string => element.toString()
