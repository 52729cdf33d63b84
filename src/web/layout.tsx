import type { Child } from 'hono/jsx'
import { assetHref } from './assets.ts'
import { Breadcrumbs, SkipLink, type Crumb } from './govuk/index.ts'

export type NavItem = { readonly text: string; readonly href: string; readonly current?: boolean }
/** The council whose pages these are, with its own navigation. */
export type Place = { readonly name: string; readonly href: string; readonly nav: readonly NavItem[] }
type PageProps = {
  readonly title: string
  readonly place?: Place | undefined
  readonly crumbs?: readonly Crumb[]
  /** Wide tables take the width of the window. */
  readonly wide?: boolean
  readonly children?: Child
}

const Masthead = ({ place }: { place: Place | undefined }) => (
  <header>
    <div class="tl-masthead">
      <div class="govuk-width-container tl-masthead__row">
        <a class="tl-masthead__brand" href="/"><img src={assetHref('mark.svg')} alt="" width="34" height="22" />Throughline</a>
        <p class="tl-masthead__says">From the plan that was approved to the report that is read</p>
      </div>
    </div>
    {place ? <CouncilBar place={place} /> : null}
  </header>
)

const CouncilBar = ({ place }: { place: Place }) => (
  <div class="tl-council">
    <div class="govuk-width-container tl-council__row">
      <p class="tl-council__name"><a href={place.href}>{place.name}</a></p>
      {place.nav.length > 0 ? (
        <nav aria-label={place.name}>
          <ul class="tl-council__nav">{place.nav.map((n) => <li><a href={n.href} aria-current={n.current ? 'page' : undefined}>{n.text}</a></li>)}</ul>
        </nav>
      ) : null}
    </div>
  </div>
)

const Footer = () => (
  <footer class="tl-footer">
    <div class="govuk-width-container">
      <ul class="tl-footer__links">
        <li><a class="govuk-link" href="/">All councils</a></li>
        <li><a class="govuk-link" href="/accessibility">Accessibility</a></li>
        <li><a class="govuk-link" href="/open-data">Open data</a></li>
      </ul>
      <p>Figures and words here are what each council has published, under the Open Government Licence v3.0 unless it says otherwise.</p>
    </div>
  </footer>
)

/** A whole page. `title` names the page in the browser; what stands in `children` begins with the answer. */
export const Page = ({ title, place, crumbs, wide, children }: PageProps) => (
  <html lang="en-GB" class="govuk-template">
    <head>
      <meta charset="utf-8" />
      <title>{[title, place?.name, 'Throughline'].filter(Boolean).join(' – ')}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#ffffff" />
      <link rel="icon" href={assetHref('mark.svg')} type="image/svg+xml" />
      <link rel="preload" href={assetHref('latin-wght-normal.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={assetHref('site.css')} />
      <script type="module" src={assetHref('throughline.js')}></script>
    </head>
    <body class={wide ? 'govuk-template__body tl tl--wide' : 'govuk-template__body tl'}>
      <SkipLink href="#main-content" text="Skip to main content" />
      <Masthead place={place} />
      <div class="govuk-width-container">
        {crumbs && crumbs.length > 0 ? <Breadcrumbs items={crumbs} /> : null}
        <main class="govuk-main-wrapper tl-main" id="main-content" tabindex={-1}>{children}</main>
      </div>
      <Footer />
    </body>
  </html>
)
