import type { Child } from 'hono/jsx'
import { describedBy, Fieldset, FormGroup, Hint, HintAndError, Label, type ErrorProps, type FieldsetProps, type GroupProps, type HintProps } from './field.tsx'
import { classes, ids, type Attributes, type Extra, type Text } from './text.ts'

export type Choice = {
  readonly text?: Text; readonly value?: string | number; readonly id?: string; readonly name?: string; readonly checked?: boolean; readonly disabled?: boolean; readonly divider?: string
  readonly behaviour?: string; readonly label?: Extra; readonly hint?: HintProps; readonly conditional?: { readonly text?: Text }; readonly attributes?: Attributes
}
export type ChoicesProps = Extra & {
  readonly name: string; readonly items: readonly Choice[]; readonly idPrefix?: string; readonly fieldset?: FieldsetProps; readonly hint?: HintProps; readonly errorMessage?: ErrorProps | undefined
  readonly formGroup?: GroupProps; readonly describedBy?: string
}
type Kind = 'radios' | 'checkboxes'
type OneOf = { readonly kind: Kind; readonly name: string; readonly id: string; readonly item: Choice; readonly checked: boolean; readonly describedBy: string | undefined }

const ChoiceItem = ({ kind, name, id, item, checked, describedBy }: OneOf) => (
  <>
    <div class={`govuk-${kind}__item`}>
      <input class={`govuk-${kind}__input`} id={id} name={name} type={kind === 'radios' ? 'radio' : 'checkbox'} value={String(item.value ?? '')} checked={checked} disabled={item.disabled}
        data-aria-controls={item.conditional?.text ? `conditional-${id}` : undefined} data-behaviour={item.behaviour} aria-describedby={ids(describedBy, item.hint?.text ? `${id}-item-hint` : null)} {...item.attributes} />
      <Label text={item.text} classes={classes(`govuk-${kind}__label`, item.label?.classes)} attributes={item.label?.attributes} for={id} />
      {item.hint?.text ? <Hint {...item.hint} id={`${id}-item-hint`} classes={classes(`govuk-${kind}__hint`, item.hint.classes)} /> : null}
    </div>
    {item.conditional?.text ? <div class={classes(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)} id={`conditional-${id}`}>{item.conditional.text}</div> : null}
  </>
)

const Choices = (p: ChoicesProps & { kind: Kind; isChecked: (item: Choice) => boolean }) => {
  const prefix = p.idPrefix || p.name
  const outer = p.fieldset?.describedBy || p.describedBy || undefined
  const described = describedBy(prefix, { describedBy: outer, hint: p.hint, errorMessage: p.errorMessage })
  const itemsDescribedBy = p.kind === 'checkboxes' && !p.fieldset ? described : undefined
  const inner: Child = (
    <>
      <HintAndError id={prefix} hint={p.hint} errorMessage={p.errorMessage} />
      <div class={classes(`govuk-${p.kind}`, p.classes)} {...p.attributes} data-module={`govuk-${p.kind}`}>
        {p.formGroup?.beforeInputs?.text}
        {p.items.map((item, i) => !item ? null : item.divider
          ? <div class={`govuk-${p.kind}__divider`}>{item.divider}</div>
          : <ChoiceItem kind={p.kind} name={item.name ?? p.name} id={item.id || (i > 0 ? `${prefix}-${i + 1}` : prefix)} item={item} checked={p.isChecked(item)} describedBy={itemsDescribedBy} />)}
        {p.formGroup?.afterInputs?.text}
      </div>
    </>
  )
  return (
    <FormGroup wrong={Boolean(p.errorMessage)} group={p.formGroup}>
      {p.fieldset ? <Fieldset {...p.fieldset} {...(described ? { describedBy: described } : {})}>{inner}</Fieldset> : inner}
    </FormGroup>
  )
}

export const Radios = (p: ChoicesProps & { value?: string | number | undefined }) => (
  <Choices {...p} kind="radios" isChecked={(item) => item.checked || (Boolean(p.value) && item.checked !== false && String(item.value) === String(p.value))} />
)
export const Checkboxes = (p: ChoicesProps & { values?: readonly (string | number)[] }) => (
  <Choices {...p} kind="checkboxes" isChecked={(item) => item.checked || (item.checked !== false && item.value !== undefined && (p.values ?? []).includes(item.value))} />
)
