import type { Exercise } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import { createRandom } from '../../core/random.ts'
import type { InputRange } from '../../core/range.ts'
import { drawAllowed } from '../../kit/allowed/draw-allowed.ts'
import { edgesOf } from '../../kit/allowed/edge-inputs.ts'
import { rangeComplaint } from '../../kit/allowed/range-complaint.ts'
import type { Grader } from '../../kit/define-grader.ts'
import { AuthorFault } from './author-fault.ts'
import { type CaseArguments, valuesOf } from './case.ts'
import { nameArgs } from './name-args.ts'

type InputRules = Pick<Grader<readonly unknown[], unknown>, 'settle' | 'valid'>

/** What an exercise with ranges allows: inputs from all of them, and the ends of each. */
export interface AllowedInputs {
  readonly draw: (seed: string) => CaseArguments
  readonly edges: (seed: string) => readonly { readonly name: Text; readonly args: CaseArguments }[]
}

/** Undefined where the exercise declares no ranges. */
export function allowedInputs(exercise: Exercise, rules: InputRules): AllowedInputs | undefined {
  const { input, signature } = exercise
  if (input === undefined) return undefined
  const drawn = (from: readonly InputRange[], seed: string) =>
    firstValid({ ...exercise, input: from }, rules, seed)
  return {
    draw(seed) {
      const args = drawn(input, seed)
      if (args === undefined) throw new TypeError(`none of ${TRIES} inputs that were drawn is valid`)
      return args
    },
    // What the ranges allow and `valid` does not is no case.
    edges: (seed) =>
      edgesOf(signature.params, input).flatMap(({ name, input: from }, at) => {
        const args = drawn(from, `${seed}/${at}`)
        return args === undefined ? [] : [{ name, args }]
      }),
  }
}

const TRIES = 50

function firstValid(
  exercise: Exercise & { readonly input: readonly InputRange[] },
  { settle, valid }: InputRules,
  seed: string,
): CaseArguments | undefined {
  const random = createRandom(seed)
  for (let tries = 0; tries < TRIES; tries++) {
    const drawn = drawAllowed(exercise.signature.params, exercise.input, random)
    const args = nameArgs(exercise, settle ? settle(random, ...drawn) : drawn)
    const values = valuesOf(args)
    // What is settled may have left the end that it was drawn at.
    if (isInRange(exercise, values) && (valid === undefined || valid(...values))) return args
  }
  return undefined
}

/** @throws AuthorFault where a range does not allow the arguments: the author's mistake, not the learner's */
export function refuseForbidden({ input, signature }: Exercise, args: CaseArguments): void {
  if (input === undefined) return
  const complaint = rangeComplaint(signature.params, input, valuesOf(args))
  if (complaint !== undefined) throw new AuthorFault(complaint)
}

/** Whether its ranges allow the arguments; the grader may still refuse them. */
export function isInRange(
  { input, signature }: Exercise,
  args: Parameters<typeof rangeComplaint>[2],
): boolean {
  return input === undefined || rangeComplaint(signature.params, input, args) === undefined
}
