import { Answer, Page, Part } from '../web/index.ts'

/** What is true of the pages, what was tried and how, and what to do where they fail somebody. */
export const AccessibilityPage = () => (
  <Page title="These pages are made to work for everyone" crumbs={[{ text: 'Councils', href: '/' }, { text: 'Accessibility' }]}>
    <Answer text="These pages are made to work for everyone"><p>They aim at level AA of the Web Content Accessibility Guidelines 2.2, and we know of no page that falls short of it.</p></Answer>
    <Part id="can" title="What you can do">
      <ul class="govuk-list govuk-list--bullet">
        <li>read and use everything without JavaScript</li><li>enlarge the text to 400% without scrolling sideways, wide tables apart, which scroll by themselves</li>
        <li>go everywhere with the keyboard alone</li><li>hear every page with a screen reader: each chart says what it shows, and its figures stand beside it as a table</li>
        <li>tell every status by its word, its letter and its shape, without its colour, on a screen or on a grey print</li>
      </ul>
    </Part>
    <Part id="tried" title="How it was tried">
      <div class="tl-prose"><p>Each kind of page is checked by axe in a browser, at the width of a desk and of a telephone, whenever the software changes. Such a check finds perhaps half of what can be wrong. No person who uses a screen reader every day has yet tried these pages; when one has, this statement will say so.</p>
        <p>Reports as PDF are tagged and carry a title, a language and bookmarks; reports in Word use real headings and table headings. Papers that a council made itself are as they came.</p></div>
    </Part>
    <Part id="help" title="If something does not work for you">
      <div class="tl-prose"><p>Tell the council whose page it is, and say which page and what you used. It must answer under the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with its answer, the Equality Advisory and Support Service will advise you.</p></div>
    </Part>
  </Page>
)
