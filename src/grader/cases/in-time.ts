import { createContext, Script } from 'node:vm'
import type { Text } from '../../core/locale.ts'
import { codeOf } from '../../core/system-error.ts'
import { AuthorFault } from './author-fault.ts'

/** Code of the learner's own runs in this process, and none of it should take longer; against hanging alone. */
const LIMIT_MS = 10_000

/**
 * The same function, ended where it does not come back. A call costs a quarter of a millisecond more.
 * @throws AuthorFault then
 */
export function inTime<Args extends readonly unknown[], Result>(
  run: (...args: Args) => Result,
  limitMs = LIMIT_MS,
): (...args: Args) => Result {
  const context = createContext({})
  const call = new Script('call()')
  return (...args) => {
    const done: Result[] = []
    context['call'] = () => done.push(run(...args))
    try {
      call.runInContext(context, { timeout: limitMs })
    } catch (error) {
      if (codeOf(error) !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      throw new AuthorFault(endless(limitMs / 1000), error)
    }
    return done[0] as Result
  }
}

function endless(limitS: number): Text {
  return {
    en: `it does not come back within ${limitS} s, as in an endless loop`,
    zh: `${limitS} 秒内没有返回，可能是死循环`,
  }
}
