import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

const PART_BYTES = 2 ** 16

/**
 * The lines of a file in UTF-8, without their ends: no more of it is held than a line.
 * @throws RangeError for a line that is longer than that
 */
export function* readLines(path: string, longest: number): Generator<string> {
  const file = openSync(path, 'r')
  const decoder = new StringDecoder('utf8')
  const part = Buffer.alloc(PART_BYTES)
  let pieces: string[] = []
  let length = 0
  try {
    for (let got = readSync(file, part); got > 0; got = readSync(file, part)) {
      const lines = decoder.write(part.subarray(0, got)).split('\n')
      for (const [at, piece] of lines.entries()) {
        pieces.push(piece)
        length += piece.length
        if (length > longest) throw new RangeError(`A line of ${path} is too long`)
        if (at === lines.length - 1) break
        yield pieces.join('')
        pieces = []
        length = 0
      }
    }
    const last = pieces.join('') + decoder.end()
    if (last !== '') yield last
  } finally {
    closeSync(file)
  }
}
