import { classes, type Attributes, type Extra, type Text } from './text.ts'

export const Tag = (p: Extra & { text: Text }) => <strong class={classes('govuk-tag', p.classes)} {...p.attributes}>{p.text}</strong>

export const InsetText = (p: Extra & { text: Text; id?: string }) => <div id={p.id || undefined} class={classes('govuk-inset-text', p.classes)} {...p.attributes}>{p.text}</div>

export const WarningText = (p: Extra & { text: Text; iconFallbackText?: string }) => (
  <div class={classes('govuk-warning-text', p.classes)} {...p.attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">{p.iconFallbackText || 'Warning'}</span> {p.text}</strong>
  </div>
)

export const Details = (p: Extra & { summaryText: Text; text: Text; id?: string; open?: boolean }) => (
  <details id={p.id || undefined} class={classes('govuk-details', p.classes)} {...p.attributes} open={p.open}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{p.summaryText}</span></summary>
    <div class="govuk-details__text">{p.text}</div>
  </details>
)

export type Wrong = { readonly text: Text; readonly href?: string; readonly attributes?: Attributes }
export const ErrorSummary = (p: Extra & { titleText: Text; descriptionText?: Text; errorList?: readonly Wrong[]; disableAutoFocus?: boolean }) => (
  <div class={classes('govuk-error-summary', p.classes)} data-disable-auto-focus={p.disableAutoFocus === undefined ? undefined : String(p.disableAutoFocus)} {...p.attributes} data-module="govuk-error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">{p.titleText}</h2>
      <div class="govuk-error-summary__body">
        {p.descriptionText ? <p>{p.descriptionText}</p> : null}
        {p.errorList && p.errorList.length > 0 ? (
          <ul class="govuk-list govuk-error-summary__list">
            {p.errorList.map((e) => <li>{e.href ? <a href={e.href} {...e.attributes}>{e.text}</a> : e.text}</li>)}
          </ul>
        ) : null}
      </div>
    </div>
  </div>
)

type BannerProps = Extra & { readonly text?: Text; readonly html?: Text; readonly titleText?: Text; readonly type?: 'success'; readonly role?: string; readonly titleId?: string; readonly titleHeadingLevel?: string | number; readonly disableAutoFocus?: boolean }
/** `text` is a single line and becomes the heading; `html` is arranged by the caller. */
export const NotificationBanner = (p: BannerProps) => {
  const success = p.type === 'success'
  const titleId = p.titleId || 'govuk-notification-banner-title'
  const Heading = `h${p.titleHeadingLevel || 2}` as 'h2'
  return (
    <div class={classes('govuk-notification-banner', success && 'govuk-notification-banner--success', p.classes)} role={p.role || (success ? 'alert' : 'region')} aria-labelledby={titleId}
      data-module="govuk-notification-banner" data-disable-auto-focus={p.disableAutoFocus === undefined ? undefined : String(p.disableAutoFocus)} {...p.attributes}>
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>{p.titleText || (success ? 'Success' : 'Important')}</Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {p.html ?? (p.text ? <p class="govuk-notification-banner__heading">{p.text}</p> : null)}
      </div>
    </div>
  )
}
