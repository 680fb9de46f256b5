import type { Card, NumericTolerance } from '../core/card.ts'
import { LOCALES, type Locale, type Text } from '../core/locale.ts'
import { pictureSource } from '../core/pictures/picture-source.ts'
import { unreachable } from '../core/unreachable.ts'
import type { TranslatedName } from './deck-line.ts'

/** `guarded`: each line of a text stands one column in, where none is read as a heading, a rule or a field. */
export type LineStyle = 'plain' | 'guarded'

/** The note of a card: a heading with its id, its fields, and its texts in the languages that differ. */
export function noteMarkdown(card: Card, style: LineStyle): string {
  const { id, note, tags, source, exercises, after, image, picture, errata } = card
  const fields = [
    ...line('tags', tags.join(', ')),
    ...line('source', source),
    ...line('exercise', exercises.join(', ')),
    ...line('after', after.join(', ')),
    ...line('image', image ?? ''),
    ...(picture === undefined ? [] : line(PICTURE_FIELD[picture.place], pictureSource(picture.call))),
  ]
  const body = [...contentLines(card, style), ...(errata ? translated('errata', errata, style) : [])]
  return [`## ${note ?? id}`, ...fields, '', ...body, ''].join('\n')
}

const PICTURE_FIELD = { question: 'picture-in-question', answer: 'picture' } as const

function line(name: string, value: string): readonly string[] {
  return value === '' ? [] : [`${name}: ${value}`]
}

function contentLines(card: Card, style: LineStyle): readonly string[] {
  switch (card.kind) {
    case 'basic':
      return [...translated('Q', card.prompt, style), ...translated('A', card.answer, style)]
    case 'cloze':
      return translated('C', card.text, style)
    case 'choice': {
      const marked = card.options.map(({ text, right }) => ({ mark: right ? '- [x]' : '- [ ]', text }))
      return [...listed(card.prompt, marked, style), ...why(card.why, style)]
    }
    case 'ordering': {
      const numbered = card.steps.map((text, at) => ({ mark: `${at + 1}.`, text }))
      return [...listed(card.prompt, numbered, style), ...why(card.why, style)]
    }
    case 'numeric':
      return numericLines(card, style)
    default:
      return unreachable(card)
  }
}

function why(text: Text | undefined, style: LineStyle): readonly string[] {
  return text ? translated('A', text, style) : []
}

interface MarkedItem {
  readonly mark: string
  readonly text: Text
}

function listed(prompt: Text, items: readonly MarkedItem[], style: LineStyle): readonly string[] {
  const inLocale = (locale: Locale) =>
    [prompt[locale], ...items.map(({ mark, text }) => `${mark} ${hanging(text[locale])}`)].join('\n')
  return translated('Q', { en: inLocale('en'), zh: inLocale('zh') }, style)
}

/** An item's further lines lose up to four spaces when they are read; a fence stands no further in than three. */
function hanging(text: string): string {
  const [first = '', ...rest] = text.split('\n')
  const set = rest.map((one) => (one === '' ? one : one.startsWith(' ') ? `    ${one}` : `  ${one}`))
  return [first, ...set].join('\n')
}

function numericLines(card: Extract<Card, { kind: 'numeric' }>, style: LineStyle): readonly string[] {
  return [
    ...translated('Q', card.prompt, style),
    ...card.lets.map(({ name, expression }) => `let ${name} = ${expression}`),
    `answer = ${card.answer}`,
    ...toleranceLine(card.tolerance),
    ...(card.unit === undefined ? [] : translated('unit', card.unit, style)),
    ...translated('A', card.solution, style),
  ]
}

/** That of the solution's decimals is read from the solution. */
function toleranceLine({ kind, value }: NumericTolerance): readonly string[] {
  if (kind === 'decimals') return []
  return kind === 'absolute'
    ? [`tolerance: ${value}`]
    : [`tolerance: ${Number((value * 100).toPrecision(12))}%`]
}

function translated(name: TranslatedName, text: Text, style: LineStyle): readonly string[] {
  const locales = text.zh === text.en ? (['en'] as const) : LOCALES
  return locales.map((locale) => field(locale === 'en' ? name : `${name}.${locale}`, text[locale], style))
}

/** Code and what stands further in begins below the name. */
function field(name: string, text: string, style: LineStyle): string {
  if (style === 'guarded') return `${name}:\n${guarded(text)}`
  return /^(?:\s|`{3}|~{3})/.test(text) ? `${name}:\n${text}` : `${name}: ${text}`
}

/** As far in as it is all together is taken off again when it is read. */
function guarded(text: string): string {
  return text.replace(/^(?!$)/gm, ' ')
}
