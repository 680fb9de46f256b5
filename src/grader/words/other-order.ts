import type { Text } from '../../core/locale.ts'
import { plainName } from '../protocol/plain-name.ts'
import { otherOrder } from './sentences.ts'

/**
 * Arguments are given by their places: what to say of a function that has the signature's own names, as far
 * as they can be told, at other places.
 * @param wanted as the language spells them
 * @param names undefined for one that is taken apart
 */
export function tellOtherOrder(
  wanted: readonly string[],
  names: readonly (string | undefined)[],
): Text | undefined {
  const places = new Map(wanted.map((name, at) => [plainName(name), at]))
  const isElsewhere = names.some((name, at) => {
    const place = name === undefined ? at : (places.get(plainName(name)) ?? at)
    return place !== at
  })
  return isElsewhere
    ? otherOrder(
        wanted,
        names.map((name) => name ?? '…'),
      )
    : undefined
}
