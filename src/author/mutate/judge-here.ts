import type { Exercise } from '../../core/exercise.ts'
import type { Case, CaseOutcome } from '../../grader/cases/case.ts'
import type { Implementation } from '../../grader/cases/load-grader.ts'
import { examineCase } from '../../grader/judge/examine-case.ts'
import { capture } from '../../grader/languages/node/harness/capture.ts'
import { decodeArgument } from '../../grader/languages/node/harness/decode-argument.ts'
import { describeJavaScript } from '../../grader/languages/node/javascript.ts'
import { createEncoder } from '../../grader/protocol/encode-value.ts'
import type { Comparison } from '../../kit/define-grader.ts'

/**
 * Judges one call of a function of ours as a submission's is judged, without a process of its own.
 * @throws whatever the function throws
 */
export function judgeHere(
  one: Case,
  run: Implementation,
  exercise: Exercise,
  comparison: Comparison,
): CaseOutcome {
  const sent = createEncoder()
  const encoded = one.args.map(({ value }) => sent.encode(value))
  const args = encoded.map((arg) => decodeArgument(arg, sent.payload()))
  const answer = createEncoder()
  const { params, returns } = exercise.signature
  const result = capture(run(...args), returns, answer)
  const left = params.map(({ type }, at) => capture(args[at], type, answer))
  const called = { kind: 'returned', result, args: left, payload: answer.payload() } as const
  return examineCase(one, called, exercise, comparison, describeJavaScript)
}
