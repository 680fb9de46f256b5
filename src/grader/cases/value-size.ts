import { isArray, type Value } from '../../core/value.ts'

/** How much there is to look at: the numbers in a value. */
export function valueSize(value: Value): number {
  if (typeof value !== 'object') return 1
  if (isArray(value)) return value.data.length
  return Object.values(value).reduce<number>((size, part) => size + valueSize(part), 0)
}
