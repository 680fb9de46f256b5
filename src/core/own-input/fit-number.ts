import type { Text } from '../locale.ts'
import type { Dtype } from '../value.ts'
import { type GivenValue, inputProblem, isGivenArray, isGivenRecord } from './given-value.ts'

/**
 * What a number must be: of a parameter by its type, in an array by the dtype.
 * @throws Problem where it is something else
 */
export function fitNumber(kind: 'int' | Dtype, given: unknown, place: () => string): number {
  const number = numberIn(given)
  const [low, high] = WHOLE[kind] ?? []
  if (low === undefined || high === undefined) {
    if (number !== undefined) return number
    throw notWhatItMustBe(place(), given, { en: 'a number', zh: '数' })
  }
  if (number !== undefined && Number.isInteger(number) && number >= low && number <= high) return number
  throw notWhatItMustBe(
    place(),
    number ?? given,
    kind === 'int'
      ? { en: 'a whole number', zh: '整数' }
      : { en: `a whole number from ${low} to ${high}`, zh: ` ${low} 到 ${high} 的整数` },
  )
}

const WHOLE: { readonly [K in 'int' | Dtype]?: readonly [low: number, high: number] } = {
  int: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  u8: [0, 255],
  i32: [-(2 ** 31), 2 ** 31 - 1],
}

/** Also as JSON has to write what it has no number for, and an array of a file that holds a single number. */
function numberIn(given: unknown): number | undefined {
  if (typeof given === 'number') return given
  if (typeof given === 'string' && /^(?:NaN|-?Infinity)$/.test(given)) return Number(given)
  const part = given as GivenValue
  if (isGivenArray(part)) return part.shape.length === 0 ? numberIn(part.data[0]) : undefined
  return isGivenRecord(part) && typeof part['number'] === 'string' ? numberIn(part['number']) : undefined
}

export function notWhatItMustBe(at: string, given: unknown, what: Text) {
  const is = shortly(given as GivenValue)
  return inputProblem({
    en: `${at} is ${is.en}, and must be ${what.en}.`,
    zh: `${at} 是${is.zh}，应为${what.zh}。`,
  })
}

function shortly(given: GivenValue): Text {
  if (isGivenArray(given)) return { en: 'an array', zh: '数组' }
  if (Array.isArray(given)) return { en: 'a list', zh: '列表' }
  if (isGivenRecord(given)) return { en: 'an object', zh: '对象' }
  const text = typeof given === 'string' ? JSON.stringify(given.slice(0, 40)) : String(given)
  return { en: text, zh: ` ${text}` }
}
