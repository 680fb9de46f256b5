import { isArray, type NdArray, type Value } from './value.ts'

/** Smaller arrays say more as numbers. */
const SMALLEST_SIDE = 6

/** Of a record, the name of the field that is its image. */
export function fieldShown(value: Value | undefined, worstAt: string | undefined): string | undefined {
  return typeof value !== 'object' || isArray(value) ? undefined : /^\w+/.exec(worstAt ?? '')?.[0]
}

/** The value as an image; of a record, the field in which the worst error lies (`magnitude[3, 4]`). */
export function imageIn(value: Value | undefined, worstAt: string | undefined): NdArray | undefined {
  if (typeof value !== 'object') return undefined
  const array = isArray(value) ? value : value[fieldShown(value, worstAt) ?? '']
  if (typeof array !== 'object' || !isArray(array)) return undefined
  const isImage = array.shape.length === 2 && array.shape.every((length) => length >= SMALLEST_SIDE)
  return isImage ? array : undefined
}
