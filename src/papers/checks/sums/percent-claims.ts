import type { Source } from '../../../kit/source.ts'
import { isChange, isShare, type Printed } from './share.ts'

/** That a percentage is the share of one figure in another, or the change from one to another; with its place; `from` are the places of the two figures where they stand in a table. */
export type Claim = { readonly kind: 'share' | 'change'; readonly part: Printed; readonly whole: Printed; readonly percent: Printed; readonly source: Source; readonly of: string; readonly power: number; readonly from: readonly Source[] }

export const keeps = (claim: Claim): boolean => (claim.kind === 'share' ? isShare(claim.part, claim.whole, claim.percent) : isChange(claim.whole, claim.part, claim.percent))
