/** Refused: what, where and what to do, in one sentence or two for a person. Printed as a line (exit 1) or shown as a page. */
export class Refused extends Error {}
