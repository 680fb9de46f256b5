import type { Text } from '../../core/locale.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { Loaded } from '../protocol/answers.ts'
import { noFunction } from '../words/sentences.ts'
import { type Circumstances, judgeEnd, judgeThrow } from './judge.ts'

/** The verdict on a file that is no program, or ended while it was loaded. @param name of the function that it must hold */
export function judgeLoading(
  loaded: Exclude<Loaded, { readonly kind: 'loaded' }>,
  name: string,
  circumstances: Circumstances,
): Verdict {
  const cases = { passed: 0, total: 0 }
  if (loaded.kind === 'ended') return judgeEnd(loaded.ended, cases, circumstances, undefined)
  switch (loaded.why) {
    case 'syntax':
      return notCompiled(loaded.threw.message)
    case 'missing':
      return notCompiled(noFunction(name))
    case 'threw':
      return judgeThrow(loaded.threw, cases, circumstances, undefined)
  }
}

function notCompiled(message: Text): Verdict {
  return { kind: 'compile-error', message }
}
