import { isArray, type NdArray, type Value } from '../core/value.ts'

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

/** One whole number for each value. */
function wordsOf(data: NdArray['data']): ArrayLike<number> {
  if (data instanceof Float32Array) return new Uint32Array(data.slice().buffer)
  if (!(data instanceof Float64Array)) return data
  const halves = new Uint32Array(data.slice().buffer)
  return Uint32Array.from(data, (_, at) => mixed(halves[2 * at] ?? 0, halves[2 * at + 1] ?? 0))
}

function beginsWithin(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  const windows = Math.min(BEGINNING, one.length - PART + 1)
  const places = new Map<number, number>()
  for (let at = 0; at < windows; at++) places.set(hashAt(one, at), at)
  for (let at = 0; at + PART <= other.length; at += PART) {
    const place = places.get(hashAt(other, at))
    if (place === undefined) continue
    const part = partAt(other, at)
    if (isVaried(part) && partAt(one, place).every((word, behind) => word === part[behind])) return true
  }
  return false
}

function hashAt(words: ArrayLike<number>, at: number): number {
  let hash = 0
  for (let behind = 0; behind < PART; behind++) hash = mixed(hash, words[at + behind] ?? 0)
  return hash
}

function mixed(one: number, other: number): number {
  const product = Math.imul(one ^ other, 0x9e3779b1)
  return product ^ (product >>> 15)
}

function partAt(words: ArrayLike<number>, at: number): readonly number[] {
  return Array.from({ length: PART }, (_, behind) => words[at + behind] ?? 0)
}

/** What has so few different values chance may repeat. */
function isVaried(part: readonly number[]): boolean {
  return new Set(part).size > 4
}
