import type { Text } from '../../core/locale.ts'
import { digitsApart, withDigits } from '../../core/significant-digits.ts'
import { isArray, type NdArray, placeIn, type Value, type ValueRecord } from '../../core/value.ts'
import type { WorstError } from '../../core/verdict.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import type { Mismatch } from '../cases/case.ts'
import { differs, shapeDiffers } from '../words/sentences.ts'
import { quoted } from '../words/showable-text.ts'

/** Both values have the type of the signature. `at` names the output in sentences. `undefined` when they agree. */
export function compare(
  expected: Value,
  got: Value,
  comparison: Comparison,
  at = 'result',
): Mismatch | undefined {
  if (isArray(expected)) return compareArrays(expected, got as NdArray, comparison, at)
  if (typeof expected === 'object') return compareFields(expected, got, comparison, at)
  if (typeof expected === 'number') return compareNumbers(expected, Number(got), comparison, at)
  return expected === got
    ? undefined
    : { summary: differs(at, quote(got), quote(expected)), worst: undefined }
}

/** Whether they agree, without a word of where they do not. */
export function agree(expected: Value, got: Value, comparison: Comparison): boolean {
  if (isArray(expected)) {
    const { shape, data } = got as NdArray
    if (!sameShape(expected.shape, shape)) return false
    for (let index = 0; index < data.length; index++)
      if (!numbersAgree(expected.data[index] ?? 0, data[index] ?? 0, comparison)) return false
    return true
  }
  if (typeof expected === 'object') {
    const fields = got as ValueRecord
    return Object.entries(expected).every(([field, part]) => agree(part, fields[field] as Value, comparison))
  }
  if (typeof expected === 'number') return numbersAgree(expected, Number(got), comparison)
  return expected === got
}

/** What is left to quote is a text or a boolean. */
function quote(value: Value): string {
  return typeof value === 'string' ? quoted(value) : String(value)
}

/** NaN equals NaN alone, an infinity itself alone; the zeros equal each other. */
function numbersAgree(expected: number, got: number, comparison: Comparison): boolean {
  if (expected === got || Object.is(expected, got)) return true
  if (comparison.kind === 'exact' || !Number.isFinite(expected) || !Number.isFinite(got)) return false
  return Math.abs(got - expected) <= comparison.atol + comparison.rtol * Math.abs(expected)
}

function compareNumbers(
  expected: number,
  got: number,
  comparison: Comparison,
  at: string,
): Mismatch | undefined {
  if (numbersAgree(expected, got, comparison)) return undefined
  return { summary: sentence(at, expected, got), worst: errorAt([at, at], expected, got, 1, 1) }
}

function compareArrays(
  expected: NdArray,
  got: NdArray,
  comparison: Comparison,
  at: string,
): Mismatch | undefined {
  if (!sameShape(expected.shape, got.shape)) {
    const summary = shapeDiffers(at, showShape(got.shape), showShape(expected.shape))
    return { summary, worst: undefined }
  }
  let wrong = 0
  let [firstAt, worstAt] = [-1, -1]
  let worstError = -1
  for (let index = 0; index < expected.data.length; index++) {
    const [truth, value] = [expected.data[index] ?? 0, got.data[index] ?? 0]
    if (numbersAgree(truth, value, comparison)) continue
    if (wrong++ === 0) firstAt = index
    const error = distance(truth, value)
    if (error > worstError) [worstAt, worstError] = [index, error]
  }
  if (wrong === 0) return undefined
  const placed = (index: number) => `${at}[${placeIn(index, expected.shape).join(', ')}]`
  const place = placed(worstAt)
  const [truth, value] = [expected.data[worstAt] ?? 0, got.data[worstAt] ?? 0]
  return {
    summary: sentence(place, truth, value),
    worst: errorAt([place, placed(firstAt)], truth, value, wrong, expected.data.length),
  }
}

function compareFields(
  expected: Value,
  got: Value,
  comparison: Comparison,
  at: string,
): Mismatch | undefined {
  const gotFields = got as { readonly [field: string]: Value }
  for (const [field, part] of Object.entries(expected)) {
    const mismatch = compare(
      part,
      gotFields[field] as Value,
      comparison,
      at === 'result' ? field : `${at}.${field}`,
    )
    if (mismatch) return mismatch
  }
  return undefined
}

function sameShape(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((length, axis) => length === other[axis])
}

export function showShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`
}

function distance(expected: number, got: number): number {
  const absolute = Math.abs(got - expected)
  return Number.isNaN(absolute) ? Number.POSITIVE_INFINITY : absolute
}

/** Short, unless both would read the same. */
function sentence(at: string, expected: number, got: number): Text {
  const digits = digitsApart(expected, got, 7)
  return differs(at, withDigits(got, digits), withDigits(expected, digits))
}

function errorAt(
  [at, first]: readonly [worst: string, first: string],
  expected: number,
  got: number,
  wrong: number,
  of: number,
): WorstError {
  const absolute = distance(expected, got)
  return { at, first, expected, got, absolute, relative: absolute / Math.abs(expected), wrong, of }
}
