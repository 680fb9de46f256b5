import type { Exercise } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { Loaded } from '../protocol/answers.ts'
import { handwrittenCode } from '../protocol/code-text.ts'
import type { LanguageSupport } from '../protocol/language.ts'
import { plainName } from '../protocol/plain-name.ts'
import { calledOtherwise, ENDS, noFunction, THROWS } from '../words/loading-sentences.ts'
import { onTwoLines } from '../words/paragraphs.ts'
import { type Circumstances, judgeEnd, judgeThrow } from './judge.ts'
import { tellForeign } from './tell-foreign.ts'

/**
 * The verdict on a file that is no program, or ended while it was loaded. One that cannot be loaded says
 * nothing about what its writer knows.
 * @param name of the function that it must hold
 */
export function judgeLoading(
  loaded: Exclude<Loaded, { readonly kind: 'loaded' }>,
  name: string,
  circumstances: Circumstances,
  support: Pick<LanguageSupport, 'tellLoading' | 'findMisplaced' | 'lexis'>,
  source: string,
): Verdict {
  const cases = { passed: 0, total: 0 }
  if (loaded.kind === 'ended') {
    const verdict = judgeEnd(loaded.ended, cases, circumstances, undefined)
    const isItsEnd = verdict.kind === 'runtime-error' && loaded.ended.kind !== 'forged'
    return isItsEnd ? notCompiled(onTwoLines(ENDS, verdict.message)) : verdict
  }
  const foreign = tellForeign(source)
  if (foreign) return notCompiled(foreign)
  switch (loaded.why) {
    case 'syntax':
      return notCompiled(support.tellLoading?.(loaded.threw.message.en) ?? loaded.threw.message)
    case 'missing': {
      const code = handwrittenCode(source, support.lexis)
      const instead = support.findMisplaced?.(code, name) ?? findAlike(code, name)
      return notCompiled(noFunction(name, instead))
    }
    case 'threw': {
      const verdict = judgeThrow(loaded.threw, cases, circumstances, undefined)
      if (verdict.kind === 'memory-limit') return verdict
      const { message } = loaded.threw
      return notCompiled(support.tellLoading?.(message.en) ?? onTwoLines(THROWS, message))
    }
  }
}

/** A function whose name differs in capitals and underscores alone. */
function findAlike(code: string, name: string): Text | undefined {
  const wanted = plainName(name)
  const defined = code.matchAll(/(?<=[\w>&*][\s&*]{1,20})([A-Za-z_]\w*)(?=\s*[(=])/g)
  const alike = [...defined]
    .map(([found]) => found)
    .find((found) => found !== name && plainName(found) === wanted)
  return alike === undefined ? undefined : calledOtherwise(alike)
}

/** Nor does one that only asks for what is not there when it is called, or cannot be called at all. */
export function judgeLacking(
  verdict: Verdict | undefined,
  {
    tellMissing,
    tellUncallable,
    functionName,
  }: Pick<LanguageSupport, 'tellMissing' | 'tellUncallable' | 'functionName'>,
  { id, signature }: Exercise,
): Verdict | undefined {
  if (verdict?.kind !== 'runtime-error' || verdict.cases.passed > 0) return undefined
  const said = verdict.message.en
  const message = tellMissing?.(said) ?? tellUncallable?.(said, functionName(id), signature)
  return message && notCompiled(message)
}

function notCompiled(message: Text): Verdict {
  return { kind: 'compile-error', message }
}
