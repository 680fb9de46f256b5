import type { Text } from '../../../core/locale.ts'
import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'

/** For the relations of whatever is computed from overlaps alone. */
export const SMALLER_BOXES: Text = { en: 'boxes scaled by a power of two', zh: '框按 2 的幂缩放' }

/** As normalised coordinates are: an image is of the size of one unit or less. */
export function smallerBoxes(random: Random, { shape, data }: Nd<'f32'>): Nd<'f32'> {
  const by = 2 ** -random.int(6, 10)
  return f32(shape, (at) => by * (data[at] ?? 0))
}

export const MOVED_BOXES: Text = { en: 'boxes moved together', zh: '框整体平移' }

/** By whole numbers, so that quarters stay exact. */
export function movedBoxes(random: Random, { shape, data }: Nd<'f32'>): Nd<'f32'> {
  const by = [random.int(-2000, 2000), random.int(-2000, 2000)]
  return f32(shape, (at) => (data[at] ?? 0) + (by[at % 2] ?? 0))
}
