import type { Child } from 'hono/jsx'
import { classes, ids, type Extra, type Text } from './text.ts'

export type LabelProps = Extra & { readonly text?: Text; readonly for?: string; readonly isPageHeading?: boolean }
export type HintProps = Extra & { readonly text?: Text; readonly id?: string }
export type ErrorProps = Extra & { readonly text?: Text; readonly id?: string; readonly visuallyHiddenText?: string }
export type LegendProps = { readonly text?: Text; readonly classes?: string; readonly isPageHeading?: boolean }
export type FieldsetProps = Extra & { readonly legend?: LegendProps; readonly describedBy?: string; readonly role?: string }

export const Label = (p: LabelProps) => {
  if (!p.text) return null
  const label = <label class={classes('govuk-label', p.classes)} {...p.attributes} for={p.for || undefined}>{p.text}</label>
  return p.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}

export const Hint = (p: HintProps) => <div id={p.id || undefined} class={classes('govuk-hint', p.classes)} {...p.attributes}>{p.text}</div>

export const ErrorMessage = (p: ErrorProps) => {
  const spoken = p.visuallyHiddenText ?? 'Error'
  return (
    <p id={p.id || undefined} class={classes('govuk-error-message', p.classes)} {...p.attributes}>
      {spoken ? <><span class="govuk-visually-hidden">{spoken}:</span> </> : null}{p.text}
    </p>
  )
}

export const Fieldset = (p: FieldsetProps & { children?: Child }) => (
  <fieldset class={classes('govuk-fieldset', p.classes)} role={p.role || undefined} aria-describedby={p.describedBy || undefined} {...p.attributes}>
    {p.legend?.text ? (
      <legend class={classes('govuk-fieldset__legend', p.legend.classes)}>
        {p.legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{p.legend.text}</h1> : p.legend.text}
      </legend>
    ) : null}
    {p.children}
  </fieldset>
)

type Beside = { readonly text?: Text }
export type GroupProps = Extra & { readonly beforeInput?: Beside; readonly afterInput?: Beside; readonly beforeInputs?: Beside; readonly afterInputs?: Beside }
/** What every form field takes. Its id is its name unless told otherwise. */
export type FieldProps = Extra & {
  readonly name: string; readonly id?: string; readonly label?: LabelProps; readonly hint?: HintProps | undefined; readonly errorMessage?: ErrorProps | undefined
  readonly formGroup?: GroupProps; readonly describedBy?: string; readonly disabled?: boolean
}
export const fieldId = (p: { readonly id?: string; readonly name: string }): string => p.id || p.name

/** What describes a field: what its caller names, then its hint, then its error. */
export const describedBy = (id: string, p: { readonly describedBy?: string | undefined; readonly hint?: unknown; readonly errorMessage?: unknown }): string | undefined =>
  ids(p.describedBy, p.hint ? `${id}-hint` : null, p.errorMessage ? `${id}-error` : null)

export const HintAndError = ({ id, hint, errorMessage }: { id: string; hint?: HintProps | undefined; errorMessage?: ErrorProps | undefined }) => (
  <>
    {hint ? <Hint {...hint} id={`${id}-hint`} /> : null}
    {errorMessage ? <ErrorMessage {...errorMessage} id={`${id}-error`} /> : null}
  </>
)

export const FormGroup = (p: { wrong: boolean; group: GroupProps | undefined; children?: Child }) => (
  <div class={classes('govuk-form-group', p.wrong && 'govuk-form-group--error', p.group?.classes)} {...p.group?.attributes}>{p.children}</div>
)

/** Label, hint, error and the field itself, in the order the Design System has them. */
export const Field = (p: FieldProps & { children?: Child }) => (
  <FormGroup wrong={Boolean(p.errorMessage)} group={p.formGroup}>
    <Label {...p.label} for={fieldId(p)} />
    <HintAndError id={fieldId(p)} hint={p.hint} errorMessage={p.errorMessage} />
    {p.formGroup?.beforeInput?.text}
    {p.children}
    {p.formGroup?.afterInput?.text}
  </FormGroup>
)
