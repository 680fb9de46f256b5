import { isNode, LineCounter, parseDocument } from 'yaml'
import { cleanText } from '../core/clean-text.ts'
import { type Text, verbatim } from '../core/locale.ts'
import type { LineComplaint } from './deck-line.ts'

/** The keys that lead to a value, from the outermost. */
export type YamlPath = readonly unknown[]

export type YamlDocument =
  | { readonly kind: 'broken'; readonly complaints: readonly LineComplaint[] }
  | { readonly kind: 'read'; readonly value: unknown; readonly lineOf: (place: YamlPath) => number }

/** Never throws, whatever the text. */
export function openYaml(text: string): YamlDocument {
  const lines = new LineCounter()
  const document = parseDocument(cleanText(text), {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'silent',
  })
  if (document.errors.length > 0) {
    const complaints = document.errors.map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      message: inYaml(`${message.split('\n')[0]}`),
    }))
    return { kind: 'broken', complaints }
  }
  try {
    // An alias can make a small file huge, so none is followed.
    const value: unknown = document.toJS({ maxAliasCount: 0 })
    return { kind: 'read', value, lineOf }
  } catch (error) {
    const message = inYaml(`${error instanceof Error ? error.message : error}`)
    return { kind: 'broken', complaints: [{ line: 1, message }] }
  }

  /** Of what is not there, the line of what should hold it. */
  function lineOf(place: YamlPath): number {
    const node = place.length === 0 ? undefined : document.getIn(place, true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    return place.length === 0 ? 1 : lineOf(place.slice(0, -1))
  }
}

function inYaml(message: string): Text {
  return verbatim(`YAML: ${message}.`)
}
