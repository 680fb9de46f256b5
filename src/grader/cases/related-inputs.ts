import type { Exercise } from '../../core/exercise.ts'
import { createRandom } from '../../core/random.ts'
import type { Changed, Relation } from '../../kit/define-grader.ts'
import { relatedCase } from '../words/sentences.ts'
import { inCase } from './author-fault.ts'
import { type Case, valuesOf } from './case.ts'
import type { AnyGrader } from './load-grader.ts'
import { nameArgs } from './name-args.ts'

/** So many inputs are changed by each relation in a grading. */
const OF_EACH = 2

/** What `random` draws, changed by each relation, wherever the ranges allow what becomes of it. */
export function relatedInputs(
  grader: AnyGrader,
  exercise: Exercise,
  seed: string,
): readonly Pick<Case, 'name' | 'args'>[] {
  return (grader.relations ?? []).flatMap((relation, at) =>
    Array.from({ length: OF_EACH }, (_, nth) => {
      const name = relatedCase(nth + 1, relation.name)
      const change = () => changedInput(grader, relation, `${seed}/${at}/${nth}`).changed.args
      return { name, args: inCase(name, 'grader.ts', () => nameArgs(exercise, change())) }
    }).filter(({ args }) => grader.valid?.(...valuesOf(args)) ?? true),
  )
}

export interface ChangedInput {
  readonly before: readonly unknown[]
  readonly changed: Changed<readonly unknown[], unknown>
}

export function changedInput(
  { random }: AnyGrader,
  { change }: Relation<readonly unknown[], unknown>,
  seed: string,
): ChangedInput {
  if (random === undefined) throw new TypeError('a relation changes what `random` draws, and there is none')
  const source = createRandom(seed)
  const before = random(source)
  return { before, changed: change(source, ...before) }
}
