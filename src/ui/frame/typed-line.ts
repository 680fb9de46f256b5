import { LONGEST_NOTE } from '../../core/card-flag.ts'
import { displayWidth, splitGraphemes } from '../../core/display-width.ts'
import { cropText } from '../text/line.ts'

/** What the learner is typing: the characters before the cursor and those after it. */
export interface TypedLine {
  readonly before: string
  readonly after: string
}

export type TypingEvent =
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'back' | 'forward' | 'erase' | 'erase-after' | 'to-start' | 'to-end' | 'clear' }

export const EMPTY_LINE: TypedLine = { before: '', after: '' }

/** As long as the longest note; a whole file that is pasted by mistake is not held. */
const MOST_CHARACTERS = LONGEST_NOTE

export function typedText({ before, after }: TypedLine): string {
  return before + after
}

export function insertText({ before, after }: TypedLine, text: string): TypedLine {
  const room = MOST_CHARACTERS - before.length - after.length
  const kept = text.replace(/\s+/g, ' ').slice(0, Math.max(0, room))
  return { before: before + kept.replace(/\p{Surrogate}$/u, ''), after }
}

export function editLine(line: TypedLine, event: TypingEvent): TypedLine {
  const { before, after } = line
  const last = splitGraphemes(before).at(-1) ?? ''
  const first = splitGraphemes(after).at(0) ?? ''
  switch (event.kind) {
    case 'type':
      return insertText(line, event.text)
    case 'back':
      return { before: before.slice(0, before.length - last.length), after: last + after }
    case 'forward':
      return { before: before + first, after: after.slice(first.length) }
    case 'erase':
      return { before: before.slice(0, before.length - last.length), after }
    case 'erase-after':
      return { before, after: after.slice(first.length) }
    case 'to-start':
      return { before: '', after: before + after }
    case 'to-end':
      return { before: before + after, after: '' }
    case 'clear':
      return EMPTY_LINE
  }
}

/** What of it is shown where it is longer than its room: the cursor is always in sight. */
export function shownPart(
  typed: TypedLine,
  room: number,
): { readonly text: string; readonly column: number } {
  const text = typedText(typed)
  const column = displayWidth(typed.before)
  // The cursor stands behind the last character, too.
  if (displayWidth(text) < room) return { text, column }
  const clusters = splitGraphemes(typed.before)
  let [from, width] = [clusters.length, 0]
  for (; from > 0; from--) {
    width += displayWidth(clusters[from - 1] ?? '')
    // Beside it stand an ellipsis and the cursor.
    if (width + 2 > room) break
  }
  const head = from === 0 ? typed.before : `…${clusters.slice(from).join('')}`
  return { text: cropText(head + typed.after, room), column: displayWidth(head) }
}
