import type { Value } from '../../core/value.ts'
import type { GradeRequest } from '../grade-submission.ts'
import { compare } from '../judge/compare.ts'
import { type AnyGrader, answerOf } from '../load-grader.ts'
import { readValue } from '../protocol/read-value.ts'
import type { Session } from '../run/session.ts'
import type { Contender } from './contender.ts'
import type { Draw } from './inputs.ts'

/** The submission, whose outputs are checked. */
export function candidate(
  { grader, request }: { readonly grader: AnyGrader; readonly request: GradeRequest },
  session: Session,
  draw: Draw,
): Contender {
  const { exercise } = request
  return {
    session,
    draw,
    check(args, result, payload) {
      const named = exercise.signature.params.map(({ name }, at) => ({ name, value: args[at] as Value }))
      const read = readValue(exercise.signature.returns, result, payload, 'result')
      const expected = answerOf(exercise, grader.reference, named)
      const right = read.kind === 'value' && compare(expected, read.value, grader.comparison) === undefined
      return right ? undefined : { kind: 'wrong', args: named, expected, read }
    },
  }
}
