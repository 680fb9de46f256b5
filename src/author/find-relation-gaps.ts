import type { Exercise } from '../core/exercise.ts'
import { authorValue } from '../grader/cases/author-value.ts'
import { type AnyGrader, answerOf } from '../grader/cases/load-grader.ts'
import { nameArgs } from '../grader/cases/name-args.ts'
import { changedInput } from '../grader/cases/related-inputs.ts'
import { compare } from '../grader/judge/compare.ts'

const TRIED = 50

/** Relations that do not hold for the reference, or that nothing allowed comes of, one sentence each. */
export function gapsInRelations(grader: AnyGrader, exercise: Exercise, seed: string): readonly string[] {
  const relations = grader.relations ?? []
  if (relations.length > 0 && grader.random === undefined)
    return ['It has relations, which change what `random` draws, and no `random`.']
  return relations.flatMap((relation) => {
    const inputs = Array.from({ length: TRIED }, (_, at) => changedInput(grader, relation, `${seed}/${at}`))
    const allowed = inputs.filter(({ changed }) => grader.valid?.(...changed.args) ?? true)
    if (allowed.length < TRIED / 2) return [`"${relation.name.en}" mostly makes inputs that are not allowed.`]
    const broken = allowed.flatMap(({ before, changed: { args, answer = (same) => same } }) => {
      const was = answerOf(exercise, grader.reference, nameArgs(exercise, before))
      const expected = authorValue(exercise.signature.returns, answer(was), 'result')
      const mismatch = compare(
        expected,
        answerOf(exercise, grader.reference, nameArgs(exercise, args)),
        grader.comparison,
      )
      return mismatch ? [mismatch.summary.en] : []
    })
    return broken.length === 0 ? [] : [`reference.ts does not keep to "${relation.name.en}": ${broken[0]}.`]
  })
}
