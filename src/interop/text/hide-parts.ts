import { definedLabels, linkLength } from '../../core/bracket-links.ts'
import { splitSpans } from '../../core/spans.ts'

/** A stretch of a cloze text; one with a number is hidden. */
export interface ClozeStretch {
  readonly text: string
  readonly number: number | undefined
}

/** As our cloze texts are written; any other bracket is escaped, but those of links, code and mathematics. */
export function hideParts(stretches: readonly ClozeStretch[]): string {
  return stretches
    .map(({ text, number }) => (number === undefined ? escapeBrackets(text) : `[${number}: ${hidden(text)}]`))
    .join('')
}

/** In what is hidden a link would still be a bracket in brackets. */
function hidden(text: string): string {
  const [trimmed] = [text.trim()]
  return splitSpans(trimmed)
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
