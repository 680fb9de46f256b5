import { SourceMap, type SourceMapPayload } from 'node:module'

/** In a file: both begin at 1. */
export interface SourcePlace {
  readonly line: number
  readonly column: number
}

/**
 * Where in the learner's file stands what stands somewhere in the code that was made of it. The map is its
 * last line.
 */
export function ownPlaces(code: string): (place: SourcePlace) => SourcePlace | undefined {
  const [, map] = MAP.exec(code) ?? []
  if (map === undefined) return () => undefined
  const read = new SourceMap(JSON.parse(Buffer.from(map, 'base64').toString()) as SourceMapPayload)
  return ({ line, column }) => {
    const found = read.findEntry(line - 1, column - 1)
    return 'originalLine' in found
      ? { line: found.originalLine + 1, column: found.originalColumn + 1 }
      : undefined
  }
}

const MAP = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/

/**
 * The same for a text that names places, such as an error's stack. Here, and not in the program's process:
 * most programs throw nothing, and there each would have to be ready for it.
 */
export function ownLines(code: string, made: string, own: string): (said: string) => string {
  let places: ReturnType<typeof ownPlaces> | undefined
  const named = new RegExp(`${made.replace(/[^\w]/g, '\\$&')}:(\\d+):(\\d+)`, 'g')
  return (said) =>
    said.replace(named, (_, line: string, column: string) => {
      places ??= ownPlaces(code)
      const place = places({ line: Number(line), column: Number(column) })
      return place ? `${own}:${place.line}:${place.column}` : own
    })
}
