import { imageMarkdown, replaceImages, type TextImage } from '../../core/text-images.ts'
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
  const within = ({ name, target }: TextImage) => {
    const place = placeOf(target)
    return place && imageMarkdown(name, place)
  }
  const apart = (shown: TextImage) => {
    if (image !== undefined) return within(shown)
    image = placeOf(shown.target)
    return image === undefined ? undefined : ''
  }
  if (content.kind === 'cloze') {
    const text = replaceImages(content.text, apart).trim()
    return { content: { ...content, text }, image }
  }
  const prompt = replaceImages(content.prompt, apart).trim() || (image === undefined ? '' : '…')
  return { content: { ...content, prompt, answer: replaceImages(content.answer, within) }, image }
}
