import { definedLabels, linkLength } from '../../core/bracket-links.ts'
import { splitSpans } from '../../core/spans.ts'

/** A stretch of a cloze text; one with a number is hidden. */
export interface ClozeStretch {
  readonly text: string
  readonly number: number | undefined
}

/**
 * As our cloze texts are written. Any other bracket is escaped, but those of links, code and mathematics; a
 * space keeps a part from being read as a footnote, behind `^`, or as a link, before a bracket.
 */
export function hideParts(stretches: readonly ClozeStretch[]): string {
  // A text that grows by each piece would be gone through whole to look at its end.
  const pieces: string[] = []
  const endsWith = (character: string) => pieces.at(-1)?.endsWith(character) === true
  for (const { text, number } of stretches) {
    if (number !== undefined) pieces.push(`${endsWith('^') ? ' ' : ''}[${number}: ${hidden(text)}]`)
    else if (text !== '') pieces.push((endsWith(']') && /^[([]/.test(text) ? ' ' : '') + escapeBrackets(text))
  }
  return pieces.join('')
}

/** In what is hidden a link would still be a bracket in brackets. */
function hidden(text: string): string {
  return splitSpans(text.trim())
    .map(({ kind, source }) => (kind === 'text' ? source.replace(ANY_BRACKET, '\\$&') : source))
    .join('')
}

const ANY_BRACKET = /(?<!\\)[[\]]/g

function escapeBrackets(text: string): string {
  const labels = definedLabels(text)
  return splitSpans(text)
    .map(({ kind, source }) => (kind === 'text' ? escapeIn(source, labels) : source))
    .join('')
}

function escapeIn(text: string, labels: ReadonlySet<string>): string {
  let escaped = ''
  for (let at = 0; at < text.length; ) {
    const link = text[at] === '[' ? linkLength(text, at, labels) : 0
    const length = link || (text[at] === '\\' ? 2 : 1)
    const piece = text.slice(at, at + length)
    escaped += piece === '[' || piece === ']' ? `\\${piece}` : piece
    at += length
  }
  return escaped
}
