import type { Value } from '../../core/value.ts'
import { type AnyGrader, answerOf } from '../cases/load-grader.ts'
import { compare } from '../judge/compare.ts'
import { readValue } from '../protocol/read-value.ts'
import type { Dialogue } from '../run/dialogue.ts'
import type { GradeRequest } from '../run/grade-request.ts'
import type { Contender } from './contender.ts'
import type { Draw } from './inputs.ts'

/** The submission, whose outputs are checked. */
export function candidate(
  { grader, request }: { readonly grader: AnyGrader; readonly request: GradeRequest },
  dialogue: Dialogue,
  draw: Draw,
): Contender {
  const { exercise } = request
  return {
    dialogue,
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
