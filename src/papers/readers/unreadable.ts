import { Refused } from '../../cli/command.ts'

/** A paper that can't be read, or that we won't: one line that says what, where and what to do. */
export class UnreadablePaper extends Refused {
  constructor(readonly file: string, readonly what: string, readonly todo: string) { super(`${file}: ${what}. ${todo}`) }
}
