import type { Text } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import type { CaseCount, Failure, Verdict } from '../../core/verdict.ts'
import type { Case, Tried } from '../cases/case.ts'
import type { Ended } from '../protocol/ended.ts'
import { exited, FORGED, notStarted, STOPPED, tooManyThreads } from '../words/ending-sentences.ts'
import { NO_ANSWER, threw } from '../words/sentences.ts'
import { showable, showableValue } from '../words/showable-text.ts'
import { signalMessage } from '../words/signal-message.ts'
import { imageCaseOf } from './image-case.ts'
import { toldFailure } from './told-failure.ts'

/** What an ending means depends on these. */
export interface Circumstances {
  readonly memoryMb: number
  /** Found in what is thrown, or on stderr after an abort, when memory ran out. */
  readonly memoryError: RegExp
  readonly stderr: string
}

/** What is known about the mistake of a wrong answer. */
export type Explained = Pick<Extract<Verdict, { readonly kind: 'wrong-answer' }>, 'diagnosis' | 'onlyWhere'>

/** The verdict on what was tried so far; `undefined` when all of it passed. */
export function judge(
  tried: readonly Tried[],
  total: number,
  circumstances: Circumstances,
  explained: Explained,
): Verdict | undefined {
  const told = toldFailure(tried)
  if (told === undefined) return undefined
  const cases = { passed: tried.filter(({ outcome }) => outcome.kind === 'passed').length, total }
  const { case: at, outcome } = told
  switch (outcome.kind) {
    case 'passed':
      return undefined
    case 'wrong': {
      const { summary, worst } = outcome.mismatch
      return {
        kind: 'wrong-answer',
        cases,
        failure: { ...failureAt(at, summary, { got: outcome.got, worst }), imageCase: imageCaseOf(tried) },
        ...explained,
      }
    }
    case 'invalid':
      return { kind: 'invalid-output', cases, failure: failureAt(at, showable(outcome.summary), outcome) }
    case 'threw':
      return judgeThrow(outcome, cases, circumstances, failureAt(at, threw(outcome.name), {}))
    case 'ended':
      return judgeEnd(outcome.ended, cases, circumstances, failureAt(at, NO_ANSWER, {}))
    default:
      return unreachable(outcome)
  }
}

/** The verdict on a submission that threw, while it was loaded or in a case. */
export function judgeThrow(
  { name, message }: { readonly name: string; readonly message: Text },
  cases: CaseCount,
  { memoryError, memoryMb }: Circumstances,
  failure: Failure | undefined,
): Verdict {
  return memoryError.test(`${name} ${message.en}`)
    ? { kind: 'memory-limit', cases, limitMb: memoryMb }
    : { kind: 'runtime-error', cases, failure, message }
}

/** The verdict on a process that is no more. */
export function judgeEnd(
  ended: Ended,
  cases: CaseCount,
  circumstances: Circumstances,
  failure: Failure | undefined,
): Verdict {
  switch (ended.kind) {
    case 'exited':
      return {
        kind: 'runtime-error',
        cases,
        failure,
        message: exited(ended.code),
      }
    case 'killed':
      return endedBySignal(ended.signal, cases, circumstances, failure)
    case 'time-limit':
      // V8 takes its time to die of a full heap.
      if (circumstances.memoryError.test(circumstances.stderr))
        return { kind: 'memory-limit', cases, limitMb: circumstances.memoryMb }
      return { kind: 'time-limit', cases, failure, limitMs: ended.limitMs }
    case 'memory-limit':
      return { kind: 'memory-limit', cases, limitMb: ended.limitMb }
    case 'thread-limit':
      return { kind: 'runtime-error', cases, failure, message: tooManyThreads(ended.most) }
    case 'output-limit':
      return { kind: 'output-limit', cases, limitBytes: ended.limitBytes }
    case 'forged':
      return {
        kind: 'runtime-error',
        cases,
        failure,
        message: FORGED,
      }
    case 'not-started':
      return { kind: 'judge-error', detail: notStarted(ended.message) }
    case 'stopped':
      return { kind: 'judge-error', detail: STOPPED }
    default:
      return unreachable(ended)
  }
}

/** V8 aborts when its heap is full, and says so; who lies about it harms nobody but themselves. */
function endedBySignal(
  signal: string,
  cases: CaseCount,
  { memoryError, memoryMb, stderr }: Circumstances,
  failure: Failure | undefined,
): Verdict {
  const aborted = signal === 'SIGABRT' || signal === 'SIGTRAP'
  if (aborted && memoryError.test(stderr)) return { kind: 'memory-limit', cases, limitMb: memoryMb }
  return {
    kind: 'runtime-error',
    cases,
    failure,
    message: signalMessage(signal, stderr),
  }
}

function failureAt(at: Case, summary: Text, more: Partial<Pick<Failure, 'got' | 'worst'>>): Failure {
  return {
    case: at.name,
    args: at.args,
    expected: at.expected,
    got: more.got === undefined ? undefined : showableValue(more.got),
    summary,
    worst: more.worst,
  }
}
