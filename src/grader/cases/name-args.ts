import type { Exercise } from '../../core/exercise.ts'
import type { NamedValue } from '../../core/verdict.ts'
import { authorValue } from './author-value.ts'

/** The arguments as the signature names them, checked against its types. */
export function nameArgs(exercise: Exercise, args: readonly unknown[]): NamedValue[] {
  const { params } = exercise.signature
  if (args.length !== params.length)
    throw new TypeError(`${args.length} arguments for ${params.length} parameters`)
  return params.map(({ name, type }, at) => ({ name, value: authorValue(type, args[at], name) }))
}
