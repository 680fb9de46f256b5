import { displayWidth, splitGraphemes } from '../../core/display-width.ts'

/** What the learner is typing: the characters before the cursor and those after it. */
export interface TypedLine {
  readonly before: string
  readonly after: string
}

export type TypingEvent = {
  readonly kind: 'back' | 'forward' | 'erase' | 'erase-after' | 'to-start' | 'to-end' | 'clear'
}

export const EMPTY_LINE: TypedLine = { before: '', after: '' }

/** Longer than any answer. */
const MOST_CHARACTERS = 60

export function typedText({ before, after }: TypedLine): string {
  return before + after
}

export function insertText({ before, after }: TypedLine, text: string): TypedLine {
  const room = MOST_CHARACTERS - before.length - after.length
  return { before: before + text.slice(0, Math.max(0, room)), after }
}

export function editLine({ before, after }: TypedLine, { kind }: TypingEvent): TypedLine {
  const last = splitGraphemes(before).at(-1) ?? ''
  const first = splitGraphemes(after).at(0) ?? ''
  switch (kind) {
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

export function cursorColumn({ before }: TypedLine): number {
  return displayWidth(before)
}
