import { raw } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { htmlOf } from '../html.ts'
import * as govuk from './index.ts'

type Fixture = { readonly name: string; readonly options: Record<string, unknown>; readonly html: string }
const fixturesOf = (component: string): Fixture[] =>
  (JSON.parse(readFileSync(`node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`, 'utf8')) as { fixtures: Fixture[] }).fixtures

/** The parsed tree with attributes in order and white space collapsed, so that only what a reader gets is compared. */
const tree = (html: string): string => {
  const tidy = (node: Tree.ParentNode): void => {
    node.childNodes = node.childNodes.filter((c) => c.nodeName !== '#comment' && !('value' in c && /^\s*$/.test(c.value)))
    for (const child of node.childNodes) {
      if ('value' in child) child.value = child.value.replace(/\s+/g, ' ').trim()
      if ('attrs' in child) child.attrs = child.attrs.map((a) => ({ name: a.name, value: a.value.replace(/\s+/g, ' ').trim() })).sort((a, b) => a.name.localeCompare(b.name))
      if ('childNodes' in child) tidy(child)
    }
  }
  const fragment = parseFragment(html)
  tidy(fragment)
  return serialize(fragment).replace(/></g, '>\n<')
}

const attributesOf = (given: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).flatMap(([name, v]) => {
    if (v === null || typeof v !== 'object') return [[name, String(v)]]
    const { value, optional } = v as { value?: string | number | boolean | null; optional?: boolean }
    if (!optional) return [[name, String(value ?? '')]]
    return value === true ? [[name, '']] : value === undefined || value === null || value === false ? [] : [[name, String(value)]]
  }))

/** The macro's options as our props: marked-up words (`html`, `titleHtml`) take the place of plain ones (`text`, `titleText`). */
const propsOf = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((v) => propsOf(v))
  if (value === null || typeof value !== 'object') return value
  if (key.toLowerCase() === 'attributes' || key === 'wrapperAttributes') return attributesOf(value as Record<string, unknown>)
  const props = Object.fromEntries(Object.entries(value).map(([k, v]) => [k, propsOf(v, k)]))
  for (const [k, v] of Object.entries(value)) {
    const words = k === 'html' ? 'text' : k.endsWith('Html') ? k.replace(/Html$/, 'Text') : null
    if (words === null) continue
    delete props[k]
    if (typeof v === 'string' && v) props[words] = raw(v)
  }
  return props
}

type Component = (props: never) => JSX.Element | null
const components: readonly (readonly [name: string, component: Component, left?: (f: Fixture) => boolean])[] = [
  ['breadcrumbs', govuk.Breadcrumbs], ['skip-link', govuk.SkipLink], ['pagination', govuk.Pagination],
  ['button', govuk.Button, (f) => 'isStartButton' in f.options],
  ['tag', govuk.Tag], ['inset-text', govuk.InsetText], ['warning-text', govuk.WarningText], ['details', govuk.Details], ['error-summary', govuk.ErrorSummary], ['notification-banner', govuk.NotificationBanner],
  ['label', govuk.Label], ['hint', govuk.Hint], ['error-message', govuk.ErrorMessage], ['fieldset', govuk.Fieldset],
  ['input', govuk.Input], ['textarea', govuk.Textarea], ['select', govuk.Select],
  ['file-upload', govuk.FileUpload, (f) => Object.keys(f.options).some((k) => k.endsWith('Text'))],
  ['radios', govuk.Radios], ['checkboxes', govuk.Checkboxes], ['table', govuk.Table],
  ['summary-list', govuk.SummaryList, (f) => 'card' in f.options],
]

for (const [name, component, left] of components) {
  test(`${name} renders what the Design System's own examples render`, () => {
    const fixtures = fixturesOf(name).filter((f) => !left?.(f))
    expect(fixtures.length).toBeGreaterThan(4)
    for (const f of fixtures) {
      const props = propsOf(f.options) as Record<string, unknown>
      if (name === 'notification-banner' && f.options['html']) { props['html'] = props['text']; delete props['text'] }
      if (name === 'fieldset') { props['children'] = props['text']; delete props['text'] }
      expect(tree(htmlOf(component(props as never))), f.name).toBe(tree(f.html))
    }
  })
}
