import type { Nd } from '#kit'

/**
 * Largest value of the ksize x ksize window around each pixel; what lies beyond the border changes no maximum.
 * Rows, then columns, each line as van Herk 1992 and Gil and Werman 1993: three comparisons a value for any ksize.
 */
export function maxFilter(image: Nd<'u8'>, ksize: number): Nd<'u8'> {
  const [height, width] = image.shape as [number, number]
  const turned = maximaTurned(image.data, height, width, ksize)
  return { shape: image.shape, data: maximaTurned(turned, width, height, ksize) }
}

/** The maxima along each line, written as columns, so that the same once more does the other axis. */
function maximaTurned(data: Uint8Array, count: number, length: number, ksize: number): Uint8Array {
  const radius = (ksize - 1) / 2
  const blocks = Math.ceil((length + ksize - 1) / ksize)
  const fromStart = new Uint8Array(blocks * ksize)
  const toEnd = new Uint8Array(blocks * ksize)
  const turned = new Uint8Array(data.length)
  for (let line = 0; line < count; line++) {
    // Zeros before and behind: like copies of the outermost value, they are never the only largest.
    fromStart.fill(0)
    fromStart.set(data.subarray(line * length, (line + 1) * length), radius)
    toEnd.set(fromStart)
    for (let block = 0; block < blocks; block++)
      accumulate(fromStart, toEnd, block * ksize, (block + 1) * ksize)
    for (let at = 0; at < length; at++) {
      // A window crosses at most one end of a block.
      turned[at * count + line] = Math.max(toEnd[at] as number, fromStart[at + ksize - 1] as number)
    }
  }
  return turned
}

function accumulate(fromStart: Uint8Array, toEnd: Uint8Array, start: number, end: number): void {
  let best = 0
  for (let at = start; at < end; at++) {
    best = Math.max(best, fromStart[at] as number)
    fromStart[at] = best
  }
  best = 0
  for (let at = end - 1; at >= start; at--) {
    best = Math.max(best, toEnd[at] as number)
    toEnd[at] = best
  }
}
