import { classes, type Attributes, type Extra, type Text } from './text.ts'

type Part = { readonly text?: Text; readonly classes?: string }
export type RowAction = Extra & { readonly text?: Text; readonly href?: string; readonly visuallyHiddenText?: string; readonly attributes?: Attributes }
export type SummaryRow = { readonly key: Part; readonly value: Part; readonly classes?: string; readonly actions?: { readonly items?: readonly RowAction[]; readonly classes?: string } }

const Action = ({ action }: { action: RowAction }) => (
  <a class={classes('govuk-link', action.classes)} href={action.href} {...action.attributes}>
    {action.text}{action.visuallyHiddenText ? <span class="govuk-visually-hidden"> {action.visuallyHiddenText}</span> : null}
  </a>
)
const Actions = ({ items, extra }: { items: readonly RowAction[]; extra: string | undefined }) => (
  <dd class={classes('govuk-summary-list__actions', extra)}>
    {items.length === 1 ? <Action action={items[0]!} /> : (
      <ul class="govuk-summary-list__actions-list">{items.map((action) => <li class="govuk-summary-list__actions-list-item"><Action action={action} /></li>)}</ul>
    )}
  </dd>
)

/** Summary list without the card round it. */
export const SummaryList = (p: Extra & { rows: readonly SummaryRow[] }) => {
  const rows = p.rows.filter(Boolean)
  const some = rows.some((row) => row.actions?.items?.length)
  return (
    <dl class={classes('govuk-summary-list', p.classes)} {...p.attributes}>
      {rows.map((row) => (
        <div class={classes('govuk-summary-list__row', some && !row.actions?.items && 'govuk-summary-list__row--no-actions', row.classes)}>
          <dt class={classes('govuk-summary-list__key', row.key?.classes)}>{row.key?.text}</dt>
          <dd class={classes('govuk-summary-list__value', row.value?.classes)}>{row.value?.text}</dd>
          {row.actions?.items?.length ? <Actions items={row.actions.items} extra={row.actions.classes} /> : null}
        </div>
      ))}
    </dl>
  )
}
