import { classes, type Extra, type Text } from './text.ts'

type ButtonProps = Extra & {
  readonly text: Text; readonly href?: string; readonly type?: 'submit' | 'button' | 'reset'; readonly name?: string; readonly value?: string
  readonly id?: string; readonly disabled?: boolean; readonly preventDoubleClick?: boolean
}
/** A button, or a link that looks like one where it has an address. */
export const Button = (p: ButtonProps) => {
  const common = { 'class': classes('govuk-button', p.classes), 'data-module': 'govuk-button', ...p.attributes, ...(p.id ? { id: p.id } : {}) }
  if (p.href) return <a href={p.href} role="button" {...common} {...{ draggable: 'false' }}>{p.text}</a>
  return (
    <button type={p.type ?? 'submit'} value={p.value || undefined} name={p.name || undefined} disabled={p.disabled} aria-disabled={p.disabled ? 'true' : undefined}
      data-prevent-double-click={p.preventDoubleClick === undefined ? undefined : String(p.preventDoubleClick)} {...common}>{p.text}</button>
  )
}
