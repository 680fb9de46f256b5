import { isArray, type Value } from '../../core/value.ts'

/** What a value holds in memory, as far as it may be much. */
export function valueBytes(value: Value): number {
  if (typeof value !== 'object') return 8
  if (isArray(value)) return value.data.byteLength
  return Object.values(value).reduce<number>((sum, part) => sum + valueBytes(part), 0)
}

/** How much there is to look at: the numbers in a value. */
export function valueSize(value: Value): number {
  if (typeof value !== 'object') return 1
  if (isArray(value)) return value.data.length
  return Object.values(value).reduce<number>((size, part) => size + valueSize(part), 0)
}
