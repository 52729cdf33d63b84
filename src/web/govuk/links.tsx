import { classes, type Attributes, type Extra, type Text } from './text.ts'

export type Crumb = { readonly text: Text; readonly href?: string; readonly attributes?: Attributes }
export const Breadcrumbs = (p: Extra & { items: readonly Crumb[]; collapseOnMobile?: boolean; labelText?: string }) => (
  <nav class={classes('govuk-breadcrumbs', p.classes, p.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')} {...p.attributes} aria-label={p.labelText ?? 'Breadcrumb'}>
    <ol class="govuk-breadcrumbs__list">
      {p.items.map((item) => item.href
        ? <li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>{item.text}</a></li>
        : <li class="govuk-breadcrumbs__list-item" aria-current="page">{item.text}</li>)}
    </ol>
  </nav>
)

export const SkipLink = (p: Extra & { text: Text; href?: string }) => (
  <a href={p.href || '#content'} class={classes('govuk-skip-link', p.classes)} {...p.attributes} data-module="govuk-skip-link">{p.text}</a>
)

type ArrowLink = { readonly href?: string; readonly text?: Text; readonly labelText?: string; readonly attributes?: Attributes }
export type PageNumber = { readonly number?: string | number; readonly href?: string; readonly current?: boolean; readonly ellipsis?: boolean; readonly visuallyHiddenText?: string; readonly attributes?: Attributes }
type Way = 'prev' | 'next'
const arrows: Readonly<Record<Way, string>> = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}
const Arrow = ({ way }: { way: Way }) => (
  <svg class={`govuk-pagination__icon govuk-pagination__icon--${way}`} xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
    <path d={arrows[way]}></path>
  </svg>
)
const Step = ({ link, way, block }: { link: ArrowLink; way: Way; block: boolean }) => (
  <div class={`govuk-pagination__${way}`}>
    <a class="govuk-link govuk-pagination__link" href={link.href} rel={way} {...link.attributes}>
      {block || way === 'prev' ? <Arrow way={way} /> : null}
      <span class={classes('govuk-pagination__link-title', block && !link.labelText && 'govuk-pagination__link-title--decorated')}>
        {link.text ?? <>{way === 'prev' ? 'Previous' : 'Next'}<span class="govuk-visually-hidden"> page</span></>}
      </span>
      {link.labelText && block ? <><span class="govuk-visually-hidden">:</span><span class="govuk-pagination__link-label">{link.labelText}</span></> : null}
      {!block && way === 'next' ? <Arrow way={way} /> : null}
    </a>
  </div>
)
const Numbered = ({ item }: { item: PageNumber }) => (
  <li class={classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current', item.ellipsis && 'govuk-pagination__item--ellipsis')}>
    {item.ellipsis ? '⋯' : (
      <a class="govuk-link govuk-pagination__link" href={item.href} aria-label={item.visuallyHiddenText ?? `Page ${item.number}`} aria-current={item.current ? 'page' : undefined} {...item.attributes}>{item.number}</a>
    )}
  </li>
)
export const Pagination = (p: Extra & { items?: readonly PageNumber[]; previous?: ArrowLink; next?: ArrowLink; landmarkLabel?: string }) => {
  const block = !p.items && Boolean(p.next ?? p.previous)
  return (
    <nav class={classes('govuk-pagination', block && 'govuk-pagination--block', p.classes)} aria-label={p.landmarkLabel || 'Pagination'} {...p.attributes}>
      {p.previous?.href ? <Step link={p.previous} way="prev" block={block} /> : null}
      {p.items ? <ul class="govuk-pagination__list">{p.items.filter((item) => item && Object.keys(item).length > 0).map((item) => <Numbered item={item} />)}</ul> : null}
      {p.next?.href ? <Step link={p.next} way="next" block={block} /> : null}
    </nav>
  )
}
