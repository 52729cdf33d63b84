import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/** What stands above a page's answer: where and when it holds. */
export const Kicker = ({ children }: { children?: Child }) => <p class="tl-kicker">{children}</p>

/** A page's answer, its heading, with what qualifies it below. */
export const Answer = ({ kicker, text, children }: { kicker?: Child; text: Child; children?: Child }) => (
  <div class="tl-answer">
    {kicker ? <Kicker>{kicker}</Kicker> : null}
    <h1 class="tl-answer__text">{text}</h1>
    {children ? <div class="tl-answer__more">{children}</div> : null}
  </div>
)

/** A section with its heading and, where it has one, the line that says what it holds. */
export const Part = ({ id, title, says, children }: { id: string; title: Child; says?: Child; children?: Child }) => (
  <section class="tl-part" aria-labelledby={id}>
    <h2 class="tl-part__title" id={id}>{title}</h2>
    {says ? <p class="tl-part__says">{says}</p> : null}
    {children}
  </section>
)

/** A table wider than a telephone scrolls by itself, with the keyboard too. */
export const Scroll = ({ label, children }: { label: string; children?: Child }) => <div class="tl-scroll" role="region" aria-label={label} tabindex={0}>{children}</div>

type Drawn = { readonly svg: string }
/** A chart drawn twice, for a page's width and for a telephone's; a stylesheet shows one of them. */
export const Chart = ({ wide, narrow }: { wide: Drawn; narrow: Drawn }) => (
  <div class="tl-chart">
    <div class="tl-chart__wide">{raw(wide.svg)}</div>
    <div class="tl-chart__narrow">{raw(narrow.svg)}</div>
  </div>
)

/** Nothing here yet, and what to do about it. */
export const Nothing = ({ children }: { children?: Child }) => <p class="tl-nothing">{children}</p>
