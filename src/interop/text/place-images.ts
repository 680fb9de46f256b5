import { imageMarkdown, replaceImages } from '../../core/text-images.ts'
import type { PlainContent } from './plain-note.ts'

export interface PlacedContent {
  readonly content: PlainContent
  /** Shown with the prompt. */
  readonly image: string | undefined
}

/**
 * The first image of a question is the card's, the others stand in its texts; those that the file does not hold
 * stay as they are written.
 * @param placeOf where an image comes to lie, relative to the deck
 */
export function placeImages(
  content: PlainContent,
  placeOf: (target: string) => string | undefined,
): PlacedContent {
  let image: string | undefined
  const asked = (text: string) =>
    replaceImages(text, ({ name, target }) => {
      const place = placeOf(target)
      if (place === undefined || image !== undefined) return place && imageMarkdown(name, place)
      image = place
      return ''
    })
  const told = (text: string) =>
    replaceImages(text, ({ name, target }) => {
      const place = placeOf(target)
      return place && imageMarkdown(name, place)
    })
  if (content.kind === 'cloze') {
    const text = asked(content.text).trim()
    return { content: { ...content, text }, image }
  }
  const prompt = asked(content.prompt).trim() || (image === undefined ? '' : '…')
  return { content: { ...content, prompt, answer: told(content.answer) }, image }
}
