import { messageOf } from '../error-message.ts'
import type { Text } from '../locale.ts'
import { Problem } from '../problem.ts'

/** A value as someone gives it, not yet known to fit anything: of JSON, or of a file that holds an array. */
export type GivenValue = null | boolean | number | string | readonly GivenValue[] | GivenArray | GivenRecord

export interface GivenArray {
  readonly shape: readonly number[]
  /** Row-major; a text holds their bytes, as fixtures are written. */
  readonly data: ArrayLike<number> | string
  /** As its file calls it: `float32`. */
  readonly dtype?: string
}

export interface GivenRecord {
  readonly [name: string]: GivenValue
}

/** JSON, and in it `NaN`, `Infinity` and `-Infinity` as Python writes them. @throws Problem */
export function parseGiven(text: string, from: string): GivenValue {
  try {
    return JSON.parse(text.replace(STRING_OR_ODD, (found, odd) => (odd === undefined ? found : `"${odd}"`)))
  } catch (cause) {
    const why = messageOf(cause)
    throw inputProblem({ en: `${from} is no JSON: ${why}.`, zh: `${from} 不是 JSON：${why}。` })
  }
}

const STRING_OR_ODD = /"(?:[^"\\]|\\.)*"|(-?\bInfinity\b|\bNaN\b)/g

export function isGivenArray(given: GivenValue | undefined): given is GivenArray {
  return isGivenRecord(given) && Array.isArray(given['shape']) && 'data' in given
}

/** Whether it has fields: a list has none. */
export function isGivenRecord(given: GivenValue | undefined): given is GivenRecord {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

export function inputProblem(message: Text, remedy: Text = HOW_TO_GIVE): Problem {
  return new Problem(message, { remedy })
}

const HOW_TO_GIVE: Text = {
  en: '`anneal run --help` shows how an input is written.',
  zh: '输入的写法见 `anneal run --help`。',
}
