/** Takes the next piece of a file. */
export type Put = (piece: string | Uint8Array) => void

const GATHERED_LENGTH = 2 ** 16

/** Pieces may be as short as a line: each write takes many. */
function gatherPieces(write: (bytes: Uint8Array) => void): {
  readonly put: Put
  readonly flush: () => void
} {
  let texts: string[] = []
  let length = 0
  function flush(): void {
    if (length > 0) write(new TextEncoder().encode(texts.join('')))
    texts = []
    length = 0
  }
  return {
    flush,
    put: (piece) => {
      if (typeof piece === 'string') {
        texts.push(piece)
        length += piece.length
        if (length >= GATHERED_LENGTH) flush()
      } else {
        flush()
        write(piece)
      }
    },
  }
}

/** Gathers for as long as `fill` gives pieces. */
export async function gathering<T>(
  write: (bytes: Uint8Array) => void,
  fill: (put: Put) => Promise<T>,
): Promise<T> {
  const { put, flush } = gatherPieces(write)
  const filled = await fill(put)
  flush()
  return filled
}
