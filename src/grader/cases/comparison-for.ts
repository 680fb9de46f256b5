import type { Exercise } from '../../core/exercise.ts'
import { Problem } from '../../core/problem.ts'
import type { Type } from '../../core/signature.ts'
import type { Comparison } from '../../kit/define-grader.ts'

/**
 * Exact unless the result has floats: what those may be off by depends on the computation, and only the grader can
 * say.
 */
export function comparisonFor(exercise: Exercise, stated: Comparison | undefined): Comparison {
  if (stated !== undefined) return stated
  if (!hasFloats(exercise.signature.returns)) return { kind: 'exact' }
  throw new Problem(
    {
      en: `The grader of ${exercise.id} states no tolerance, and its result has floats.`,
      zh: `练习 ${exercise.id} 的结果含有浮点数，而判题器没有给出误差范围。`,
    },
    {
      remedy: {
        en: 'Give it tolerance: { rtol, atol, why }.',
        zh: '请写明 tolerance: { rtol, atol, why }。',
      },
    },
  )
}

function hasFloats(type: Type): boolean {
  switch (type.kind) {
    case 'f64':
      return true
    case 'array':
      return type.dtype === 'f32' || type.dtype === 'f64'
    case 'record':
      return type.fields.some((field) => hasFloats(field.type))
    default:
      return false
  }
}
