import { ARRAY_TYPES, sizeOf } from '../value.ts'
import { type GivenArray, type GivenValue, inputProblem, isGivenArray } from './given-value.ts'

/**
 * What a value holds as an array, its numbers not yet looked at: of nested lists, of `{ shape, data }`, or of
 * a file.
 */
export interface FoundArray {
  readonly shape: readonly number[]
  readonly data: ArrayLike<unknown>
  /** An empty list does not show how long its items would be. */
  readonly isOpen: boolean
}

/** Undefined where it is no array. @throws Problem where it is one, but ragged */
export function findArray(given: GivenValue, at: string): FoundArray | undefined {
  if (Array.isArray(given)) return ofLists(given, at)
  return isGivenArray(given) ? ofShape(given, at) : undefined
}

function ofLists(given: readonly GivenValue[], at: string): FoundArray {
  const shape = lengthsOf(given)
  const data: GivenValue[] = []
  read(given, at, 0)
  return { shape, data, isOpen: data.length === 0 }

  function read(part: GivenValue, place: string, axis: number): void {
    if (axis === shape.length) {
      data.push(part)
      return
    }
    if (!Array.isArray(part) || part.length !== shape[axis]) throw ragged(place)
    for (const [index, item] of part.entries()) read(item, `${place}[${index}]`, axis + 1)
  }
}

/** By the first item of each list. */
function lengthsOf(given: GivenValue | undefined): readonly number[] {
  return Array.isArray(given) ? [given.length, ...lengthsOf(given[0])] : []
}

function ragged(at: string) {
  return inputProblem({
    en: `${at} is longer or shorter than its neighbours.`,
    zh: `${at} 与相邻各行长度不同。`,
  })
}

function ofShape({ shape, data, dtype }: GivenArray, at: string): FoundArray {
  const numbers = typeof data === 'string' ? ofBase64(data, dtype) : data
  if (numbers?.length === sizeOf(shape)) return { shape, data: numbers, isOpen: false }
  const of = `[${shape.join(', ')}]`
  throw inputProblem({
    en: `${at} has the shape ${of}, and data of another length.`,
    zh: `${at} 的形状是 ${of}，data 的长度与之不符。`,
  })
}

function ofBase64(text: string, dtype: string | undefined): ArrayLike<number> | undefined {
  const View = Object.entries(ARRAY_TYPES).find(([name]) => name === dtype)?.[1]
  if (View === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  const { buffer } = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  return buffer.byteLength % View.BYTES_PER_ELEMENT === 0 ? new View(buffer) : undefined
}
