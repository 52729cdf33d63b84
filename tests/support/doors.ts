import type { Doors } from '../../src/web/index.ts'

const closed = (): Promise<never> => Promise.reject(new Error('nobody may change data here'))
/** For pages that change nothing. */
export const closedDoors: Doors = { link: closed, enter: closed, admit: closed, admitForm: closed }
