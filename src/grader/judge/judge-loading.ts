import type { Text } from '../../core/locale.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { Loaded, Threw } from '../protocol/answers.ts'
import type { LanguageSupport } from '../protocol/language.ts'
import { noFunction } from '../words/loading-sentences.ts'
import { type Circumstances, judgeEnd, judgeThrow } from './judge.ts'

/**
 * The verdict on a file that is no program, or ended while it was loaded. One that cannot be loaded says nothing about what its writer knows.
 * @param name of the function that it must hold
 */
export function judgeLoading(
  loaded: Exclude<Loaded, { readonly kind: 'loaded' }>,
  name: string,
  circumstances: Circumstances,
  support: Pick<LanguageSupport, 'tellLoading'>,
): Verdict {
  const cases = { passed: 0, total: 0 }
  if (loaded.kind === 'ended') return judgeEnd(loaded.ended, cases, circumstances, undefined)
  switch (loaded.why) {
    case 'syntax':
      return notCompiled(loaded.threw.message)
    case 'missing':
      return notCompiled(noFunction(name))
    case 'threw': {
      const verdict = judgeThrow(loaded.threw, cases, circumstances, undefined)
      return verdict.kind === 'memory-limit' ? verdict : notCompiled(notLoaded(loaded.threw, support))
    }
  }
}

function notLoaded({ message }: Threw, { tellLoading }: Pick<LanguageSupport, 'tellLoading'>): Text {
  const advice = tellLoading?.(message.en)
  if (advice !== undefined) return advice
  return { en: `${NOT_LOADED.en}\n${message.en}`, zh: `${NOT_LOADED.zh}\n${message.zh}` }
}

const NOT_LOADED: Text = {
  en: 'The file cannot be loaded: it throws before the function is called.',
  zh: '文件无法加载：还没调用函数就抛出了异常。',
}

function notCompiled(message: Text): Verdict {
  return { kind: 'compile-error', message }
}
