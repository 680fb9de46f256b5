import type { Card } from './card.ts'
import { isBesideDeck, isImageName } from './image-path.ts'
import type { Text } from './locale.ts'
import { textImages } from './text-images.ts'
import { unreachable } from './unreachable.ts'

/** All that is shown of a card as Markdown, in both languages. */
export function textsIn(card: Card): readonly string[] {
  return [...contentTexts(card), ...both(card.errata)]
}

function contentTexts(card: Card): readonly string[] {
  switch (card.kind) {
    case 'basic':
      return [...both(card.prompt), ...both(card.answer)]
    case 'cloze':
      return both(card.text)
    case 'choice':
      return [...both(card.prompt), ...card.options.flatMap(({ text }) => both(text)), ...both(card.why)]
    case 'numeric':
      return [...both(card.prompt), ...both(card.solution)]
    case 'ordering':
      return [...both(card.prompt), ...card.steps.flatMap(both), ...both(card.why)]
    default:
      return unreachable(card)
  }
}

function both(text: Text | undefined): readonly string[] {
  return text === undefined ? [] : [text.en, text.zh]
}

/** The images that lie beside a card's deck, by their paths from there: that of its field, and those in its texts. */
export function imagesOf(card: Card): readonly string[] {
  const inTexts = textsIn(card).flatMap(textImages)
  const paths = inTexts.map(({ target }) => target).filter((path) => isBesideDeck(path) && isImageName(path))
  return [...new Set([...(card.image === undefined ? [] : [card.image]), ...paths])]
}
