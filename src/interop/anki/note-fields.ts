import type { Card } from '../../core/card.ts'
import { type Face, faceOf } from '../../core/face.ts'
import type { Locale, Text } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import { clozeHtml } from './cloze-html.ts'
import { escapeText } from './escape-text.ts'
import { htmlOf, imageTag, type NameMedia } from './markdown-html.ts'

/** What stands on both sides of a note, as HTML; a cloze note has all of its text in front. */
export interface NoteFields {
  readonly front: string
  readonly back: string
  readonly errata: string
  readonly source: string
}

/** One language, or both, of which the first stands above the other. */
export type NoteLanguages = readonly [Locale, ...Locale[]]

/** Anki asks the same each time: options and steps stand in the order of this draw, and so do numbers. */
const SEED = 'anki'

export function fieldsOf(card: Card, languages: NoteLanguages, nameMedia: NameMedia): NoteFields {
  const html = (text: string) => htmlOf(text, nameMedia)
  const image = imageHtml(card, nameMedia)
  const inAll = (side: (locale: Locale) => string) => besides(languages, side)
  const { errata } = card
  return {
    front: inAll((locale) => frontOf(card, locale, nameMedia)) + image,
    back: inAll((locale) => backOf(card, locale, html)),
    errata: errata === undefined ? '' : inAll((locale) => html(errata[locale])),
    source: escapeText(card.source),
  }
}

/** A language that only repeats the other is left out. */
function besides(languages: NoteLanguages, side: (locale: Locale) => string): string {
  const sides = [...new Map(languages.map((locale) => [side(locale), locale]))]
  if (sides.length < 2) return sides[0]?.[0] ?? ''
  return sides.map(([html, locale]) => `<div lang="${locale}">${html}</div>`).join('\n')
}

function imageHtml({ image }: Card, nameMedia: NameMedia): string {
  const name = image === undefined ? undefined : nameMedia(image)
  return name === undefined ? '' : `<div>${imageTag(name)}</div>`
}

function frontOf(card: Card, locale: Locale, nameMedia: NameMedia): string {
  if (card.kind === 'cloze') return clozeHtml(card.text[locale], nameMedia)
  const html = (text: string) => htmlOf(text, nameMedia)
  const face = faceOf(card, locale, SEED)
  return [html(face.prompt), askedHtml(face, locale, html)].filter((part) => part !== '').join('\n')
}

/** What stands below the prompt. */
function askedHtml(face: Face, locale: Locale, html: (text: string) => string): string {
  switch (face.kind) {
    case 'basic':
    case 'cloze':
      return ''
    case 'choice':
      return listHtml(
        '<ol type="a">',
        face.options.map(({ text }) => html(text)),
      )
    case 'ordering':
      return listHtml('<ol>', face.steps.map(html))
    case 'numeric':
      return `<p class="remark">${escapeText(ONE_DRAW[locale])}</p>`
    default:
      return unreachable(face)
  }
}

const ONE_DRAW: Text = {
  en: 'Anneal asks this with other numbers each time.',
  zh: '在 Anneal 中，这道题每次的数字都不同。',
}

function backOf(card: Card, locale: Locale, html: (text: string) => string): string {
  const face = faceOf(card, locale, SEED)
  switch (face.kind) {
    case 'basic':
      return html(face.answer)
    // Anki shows the text in front again, with what was hidden.
    case 'cloze':
      return ''
    case 'choice':
      return withWhy(html(face.answer), face.why, html)
    case 'ordering':
      return withWhy(listHtml('<ol>', inOrder(face.steps, face.order).map(html)), face.why, html)
    case 'numeric':
      return withWhy(html(face.answer), face.solution, html)
    default:
      return unreachable(face)
  }
}

function inOrder(steps: readonly string[], order: readonly number[]): readonly string[] {
  return order.map((number) => steps[number - 1] ?? '')
}

function withWhy(answer: string, why: string | undefined, html: (text: string) => string): string {
  return why === undefined ? answer : `<div>${answer}</div>\n<div>${html(why)}</div>`
}

function listHtml(opening: string, items: readonly string[]): string {
  return `${opening}\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ol>`
}
