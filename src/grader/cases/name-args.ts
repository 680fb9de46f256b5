import type { Exercise } from '../../core/exercise.ts'
import { count } from '../../core/locale.ts'
import type { NamedValue } from '../../core/verdict.ts'
import { AuthorFault } from './author-fault.ts'
import { authorValue } from './author-value.ts'

/** The arguments as the signature names them, checked against its types. */
export function nameArgs(exercise: Exercise, args: readonly unknown[]): NamedValue[] {
  const { params } = exercise.signature
  if (args.length !== params.length) throw otherCount(args.length, params.length)
  const lengths = new Map<string, number>()
  return params.map(({ name, type }, at) => ({ name, value: authorValue(type, args[at], name, lengths) }))
}

function otherCount(args: number, params: number): AuthorFault {
  return new AuthorFault({
    en: `it has ${count(args, 'argument')}, and the signature ${count(params, 'parameter')}`,
    zh: `它有 ${args} 个参数，而签名有 ${params} 个`,
  })
}
