import type { Card } from '../../core/card.ts'
import { parseCloze } from '../../core/cloze.ts'
import { faceOf } from '../../core/face.ts'
import type { Locale } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import { guidOf } from '../anki/note-guid.ts'

/** The columns that Anki's header lines name, then the fields of its note types in their order. */
export const NOTE_COLUMNS = ['guid', 'notetype', 'deck', 'tags', 'Front', 'Back'] as const

/** A note as a row for Anki's import of text. Texts stay Markdown. */
export function noteRow(
  card: Card,
  deck: string,
  languages: readonly [Locale, ...Locale[]],
): readonly string[] {
  const sides = languages.map((locale) => sidesOf(card, locale))
  const side = (name: 'front' | 'back') => [...new Set(sides.map((one) => one[name]))].join('\n\n')
  const tags = card.tags.map((tag) => tag.replace(/\s+/g, '-')).join(' ')
  return [
    guidOf(card.note),
    card.kind === 'cloze' ? 'Cloze' : 'Basic',
    deck,
    tags,
    side('front'),
    side('back'),
  ]
}

/** Options, steps and numbers stand as in this draw. */
const SEED = 'export'

function sidesOf(card: Card, locale: Locale): { readonly front: string; readonly back: string } {
  if (card.kind === 'cloze') return { front: likeAnki(card.text[locale]), back: notesBelow(card, locale) }
  const face = faceOf(card, locale, SEED)
  const back = (...parts: readonly (string | undefined)[]) => paragraphs(...parts, notesBelow(card, locale))
  switch (face.kind) {
    case 'basic':
      return { front: face.prompt, back: back(face.answer) }
    case 'numeric':
      return { front: face.prompt, back: back(face.answer, face.solution) }
    case 'choice': {
      const options = face.options.map(({ letter, text }) => `${letter}) ${text}`).join('\n')
      return { front: paragraphs(face.prompt, options), back: back(face.answer, face.why) }
    }
    case 'ordering': {
      const steps = face.steps.map((step, at) => `${at + 1}. ${step}`).join('\n')
      return {
        front: paragraphs(face.prompt, steps),
        back: back(face.order.join(' '), face.answer, face.why),
      }
    }
    case 'cloze':
      throw new Error('A cloze text has no face of its own here')
    default:
      return unreachable(face)
  }
}

function notesBelow({ errata }: Card, locale: Locale): string {
  return errata?.[locale] ?? ''
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n')
}

/** `[1: x]` as `{{c1::x}}`; two closing braces within would end it. */
function likeAnki(text: string): string {
  return parseCloze(text)
    .parts.map((part) =>
      part.kind === 'text' ? part.text : `{{c${part.number}::${part.text.replaceAll('}}', '} }')}}}`,
    )
    .join('')
}
