import { splitSpans } from '../../core/spans.ts'
import { type ClozeStretch, hideParts } from './hide-parts.ts'

/** `==x==`, `==1;;x;;a hint==`, and behind it `^[a hint]` and `[^1]`. */
const HIGHLIGHT =
  /==(?:(\d{1,2});;)?([^=\n](?:[^\n]*?[^=\n])?)(?:;;([^\n;=]+))?==(?:\^\[([^[\]\n]+)\])?(?:\[\^(\d{1,2})\])?/g

export function hidesSomething(line: string): boolean {
  return splitSpans(line).some(({ kind, source }) => kind === 'text' && source.search(HIGHLIGHT) >= 0)
}

/** The text of a note with its highlights as hidden parts, numbered in their order where they are not. */
export function obsidianCloze(text: string): string {
  const stretches: ClozeStretch[] = []
  let count = 0
  for (const { kind, source } of splitSpans(text)) {
    let from = 0
    for (const found of kind === 'text' ? source.matchAll(HIGHLIGHT) : []) {
      const [whole, before, answer = '', , , behind] = found
      stretches.push({ text: source.slice(from, found.index), number: undefined })
      stretches.push({ text: answer, number: Number(before ?? behind ?? ++count) || ++count })
      from = found.index + whole.length
    }
    stretches.push({ text: source.slice(from), number: undefined })
  }
  return hideParts(stretches)
}
