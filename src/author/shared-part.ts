import { isArray, type Value } from '../core/value.ts'

/** So many values in a row that are the same in two inputs are no chance, unless they are nearly all alike. */
const PART = 16
/** Windows looked at: where one array lies within the other at whatever place, one of the two beginnings does. */
const BEGINNING = 4096

/** The places of the arguments whose arrays have a part in common, at the same place or at another. */
export function sharedParts(one: readonly Value[], other: readonly Value[]): readonly number[] {
  return one.flatMap((value, at) => (sharesPart(value, other[at]) ? [at] : []))
}

function sharesPart(one: Value, other: Value | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !isArray(one) || !isArray(other)) return false
  const [these, those] = [wordsOf(one.data), wordsOf(other.data)]
  return beginsWithin(these, those) || beginsWithin(those, these)
}

/** One number for each value. */
function wordsOf(data: ArrayLike<number> & ArrayBufferView): ArrayLike<number> {
  return data instanceof Float32Array ? new Uint32Array(data.slice().buffer) : data
}

function beginsWithin(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  const parts = new Set<string>()
  for (let at = 0; at + PART <= other.length; at += PART) {
    const part = partAt(other, at)
    if (part !== undefined) parts.add(part)
  }
  const windows = Math.min(BEGINNING, one.length - PART + 1)
  return Array.from({ length: Math.max(0, windows) }, (_, at) => partAt(one, at)).some(
    (part) => part !== undefined && parts.has(part),
  )
}

/** Undefined for a part with so few different values that chance may repeat it. */
function partAt(words: ArrayLike<number>, at: number): string | undefined {
  const part = Array.from({ length: PART }, (_, behind) => words[at + behind])
  return new Set(part).size > 4 ? part.join() : undefined
}
