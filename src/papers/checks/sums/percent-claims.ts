import type { Source } from '../../../kit/source.ts'
import { isShare, isChange, printed, type Printed } from './share.ts'

/** That a percentage is the share of one figure in another, or the change from one to another; with its place. */
export type Claim = { readonly kind: 'share' | 'change'; readonly part: Printed; readonly whole: Printed; readonly percent: Printed; readonly source: Source; readonly of: string; readonly power: number }

export const keeps = (claim: Claim): boolean => (claim.kind === 'share' ? isShare(claim.part, claim.whole, claim.percent) : isChange(claim.whole, claim.part, claim.percent))

export { printed }
