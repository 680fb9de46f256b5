import type { GreyImage } from '../drawing.ts'
import { createRandom } from '../random.ts'
import type { NoiseName } from './picture-call.ts'

/** So large that two stand side by side in half a terminal; even, for two rows make one of the screen. */
const [HEIGHT, WIDTH] = [20, 28]
const NOISE = 0.1

/**
 * A dark background with a bright square, a disc, a thin line and a ramp; a tenth of its pixels spoilt,
 * always the same ones.
 */
export function noisyImage(noise: NoiseName): GreyImage {
  const random = createRandom('a picture for filters')
  const data = Uint8Array.from({ length: HEIGHT * WIDTH }, (_, at) => {
    const [isSpoilt, isWhite] = [random.real() < NOISE, random.real() < 0.5]
    if (!isSpoilt) return sceneAt(Math.floor(at / WIDTH), at % WIDTH)
    if (noise === 'salt-and-pepper') return isWhite ? 255 : 0
    return noise === 'salt' ? 255 : 0
  })
  return { dtype: 'u8', shape: [HEIGHT, WIDTH], data }
}

function sceneAt(row: number, column: number): number {
  const isInSquare = row >= 3 && row < 11 && column >= 3 && column < 12
  const isInDisc = (row - 6.5) ** 2 + (column - 20) ** 2 < 25
  const isOnLine = column === 14
  if (row >= 15) return 60 + 5 * column
  if (isInSquare) return 200
  if (isInDisc) return 150
  return isOnLine ? 200 : 70
}
