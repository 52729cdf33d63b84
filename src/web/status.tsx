import { shadeNameOf, shadeOf, shapeOf, type Mark } from '../charts/index.ts'
import { classes } from './govuk/index.ts'

/** A status as it is shown: word, letter and shape on its tint, so that none needs its colour. null: not stated. */
export type ShownStatus = { readonly name: string; readonly letter: string; readonly colour: string | null; readonly kind: Mark | null }
const notStated: ShownStatus = { name: 'Not stated', letter: '', colour: null, kind: null }

export const StatusTag = ({ status }: { status: ShownStatus | null }) => {
  const shown = status ?? notStated
  return (
    <span class={classes('tl-status', `tl-shade-${shadeNameOf(shown.colour, shown.kind)}`, shown.kind === null && 'tl-status--none')}>
      <svg class="tl-status__shape" viewBox="0 0 10 10" width="11" height="11" aria-hidden="true" focusable="false"><path d={shapeOf(shown.kind)} fill={shadeOf(shown.colour, shown.kind).line} fill-rule="evenodd" /></svg>
      {shown.letter === '' ? null : <b class="tl-status__letter" aria-hidden="true">{shown.letter}</b>}
      <span class="tl-status__word">{shown.name}</span>
    </span>
  )
}
