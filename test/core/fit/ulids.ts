import { monotonicFactory } from 'ulid'
import { createRandom } from '../../../src/core/random.ts'

/** Ids that rise in the order in which they are asked for, the same each time. */
export function createUlids(): (at: number) => string {
  const { real } = createRandom('ulids')
  return monotonicFactory(real)
}
