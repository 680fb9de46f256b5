import { splitSpans } from '../../core/spans.ts'
import { type ClozeStretch, hideParts } from './hide-parts.ts'

/** `==x==`, `==1;;x;;a hint==`, and behind it `^[a hint]` and `[^1]`; no comparison, `a == b` or `x==1`. */
const HIGHLIGHT =
  /(?<!=)==(?:(\d{1,2});;)?([^=\s](?:[^\n]{0,1000}?[^=\s])?)(?:;;([^\n;=]{1,300}))?==(?!=)(?:\^\[([^[\]\n]+)\])?(?:\[\^(\d{1,2})\])?/g

export function hidesSomething(line: string): boolean {
  return splitSpans(line).some(({ kind, source }) => kind === 'text' && highlightsIn(source).length > 0)
}

function highlightsIn(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(HIGHLIGHT)].filter(({ index, 0: whole }) => {
    const [before, behind] = [text[index - 1] ?? '', text[index + whole.length] ?? '']
    return !(/[\w)\]]/.test(before) && /[\w([]/.test(behind))
  })
}

/** The text of a note with its highlights as hidden parts, numbered in their order where they are not. */
export function obsidianCloze(text: string, hints: 'shown' | 'left out'): string {
  const stretches: ClozeStretch[] = []
  let count = 0
  for (const { kind, source } of splitSpans(text)) {
    let from = 0
    for (const found of kind === 'text' ? highlightsIn(source) : []) {
      const [whole, before, answer = '', hint, note = hint, behind] = found
      stretches.push({ text: source.slice(from, found.index), number: undefined })
      stretches.push({ text: answer, number: Number(before ?? behind ?? ++count) || ++count })
      if (note !== undefined && hints === 'shown')
        stretches.push({ text: ` (${note.trim()})`, number: undefined })
      from = found.index + whole.length
    }
    stretches.push({ text: source.slice(from), number: undefined })
  }
  return hideParts(stretches)
}
