import { describedBy, Field, fieldId, type FieldProps } from './field.tsx'
import { classes, type Attributes, type Extra, type Text } from './text.ts'

type Affix = Extra & { readonly text?: Text }
export type InputProps = FieldProps & {
  readonly type?: string; readonly value?: string; readonly inputmode?: string; readonly autocomplete?: string; readonly autocapitalize?: 'none' | 'sentences' | 'words'; readonly pattern?: string; readonly spellcheck?: boolean
  readonly prefix?: Affix; readonly suffix?: Affix; readonly inputWrapper?: Extra
}
const InputAffix = ({ affix, side }: { affix: Affix; side: 'prefix' | 'suffix' }) => (
  <div class={classes(`govuk-input__${side}`, affix.classes)} aria-hidden="true" {...affix.attributes}>{affix.text}</div>
)
/** Written out as true or false; a bare attribute would mean true. */
const spelled = (check: boolean | undefined): object => (check === undefined ? {} : { spellcheck: String(check) })

export const Input = (p: InputProps) => {
  const element = (
    <input class={classes('govuk-input', p.classes, p.errorMessage && 'govuk-input--error')} id={fieldId(p)} name={p.name} type={p.type || 'text'} {...spelled(p.spellcheck)} value={p.value}
      disabled={p.disabled} aria-describedby={describedBy(fieldId(p), p)} autocomplete={p.autocomplete} autocapitalize={p.autocapitalize} pattern={p.pattern} inputmode={p.inputmode as 'text' | undefined} {...p.attributes} />
  )
  const { beforeInput, afterInput, ...group } = p.formGroup ?? {}
  const wrapped = [beforeInput?.text, p.prefix?.text, p.suffix?.text, afterInput?.text].some(Boolean)
  return (
    <Field {...p} formGroup={group}>
      {wrapped ? (
        <div class={classes('govuk-input__wrapper', p.inputWrapper?.classes)} {...p.inputWrapper?.attributes}>
          {beforeInput?.text}
          {p.prefix?.text ? <InputAffix affix={p.prefix} side="prefix" /> : null}
          {element}
          {p.suffix?.text ? <InputAffix affix={p.suffix} side="suffix" /> : null}
          {afterInput?.text}
        </div>
      ) : element}
    </Field>
  )
}

export const Textarea = (p: FieldProps & { value?: string; rows?: string | number; spellcheck?: boolean; autocomplete?: string }) => (
  <Field {...p}>
    <textarea class={classes('govuk-textarea', p.errorMessage && 'govuk-textarea--error', p.classes)} id={fieldId(p)} name={p.name} rows={Number(p.rows ?? 5)} {...spelled(p.spellcheck)} disabled={p.disabled}
      aria-describedby={describedBy(fieldId(p), p)} autocomplete={p.autocomplete || undefined} {...p.attributes}>{p.value}</textarea>
  </Field>
)

export type Option = { readonly text?: string | number; readonly value?: string | number; readonly selected?: boolean; readonly disabled?: boolean; readonly attributes?: Attributes }
const isSelected = (item: Option, value: string | number | undefined): boolean =>
  item.selected || (Boolean(value) && item.selected !== false && String(item.value ?? item.text) === String(value))

export const Select = (p: FieldProps & { items?: readonly Option[]; value?: string | number }) => (
  <Field {...p}>
    <select class={classes('govuk-select', p.classes, p.errorMessage && 'govuk-select--error')} id={fieldId(p)} name={p.name} disabled={p.disabled} aria-describedby={describedBy(fieldId(p), p)} {...p.attributes}>
      {(p.items ?? []).filter(Boolean).map((item) => <option value={item.value} selected={isSelected(item, p.value)} disabled={item.disabled} {...item.attributes}>{item.text}</option>)}
    </select>
  </Field>
)

export const FileUpload = (p: FieldProps & { multiple?: boolean; javascript?: boolean; wrapperClasses?: string; wrapperAttributes?: Attributes }) => {
  const element = (
    <input class={classes('govuk-file-upload', p.classes, p.errorMessage && 'govuk-file-upload--error')} id={fieldId(p)} name={p.name} type="file" disabled={p.disabled} multiple={p.multiple}
      aria-describedby={describedBy(fieldId(p), p)} {...p.attributes} />
  )
  return (
    <Field {...p}>
      {p.javascript ? <div class={classes('govuk-file-upload-wrapper', p.wrapperClasses)} data-module="govuk-file-upload" {...p.wrapperAttributes}>{element}</div> : element}
    </Field>
  )
}
