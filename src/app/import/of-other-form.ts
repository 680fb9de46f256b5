import type { Deck } from '../../core/card.ts'
import type { PlainContent, PlainDeck } from '../../interop/text/plain-note.ts'

/**
 * Whether most of a text's cards are of another form than ours. What lies in a card of ours is none of another:
 * `std::vector` in an answer, a highlight in a cloze, a heading above cards.
 */
export function isOfOtherForm({ cards }: Deck, plain: PlainDeck, text: string): boolean {
  if (plain.notes.length <= cards.length) return false
  if (cards.length === 0) return true
  const within = linesWithin(text)
  const apart = plain.notes.filter(({ line, content }) => !within.has(line) && !OURS.test(textOf(content)))
  return apart.length > cards.length
}

const OURS = /^[QAC](?:\.zh)? ?[:：](?![:=\\/])/m

/** The lines that begin a field of a card of ours, and those below up to a blank one. */
function linesWithin(text: string): ReadonlySet<number> {
  const within = new Set<number>()
  let isWithin = false
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    isWithin = line.trim() !== '' && (isWithin || OURS.test(line))
    if (isWithin) within.add(at + 1)
  }
  return within
}

/** All of a note that is shown. */
export function textOf(content: PlainContent): string {
  return content.kind === 'basic' ? `${content.prompt}\n${content.answer}` : content.text
}
