import type { Exercise } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import { dimsOf, type Param, type Type } from '../../core/signature.ts'
import { isArray, type NdArray, type Value, type ValueRecord } from '../../core/value.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import type { Case, CaseOutcome } from '../cases/case.ts'
import type { Called } from '../protocol/answers.ts'
import { bytesOf } from '../protocol/encode-value.ts'
import { readValue } from '../protocol/read-value.ts'
import { complaint } from '../words/complaint.ts'
import { changedArgument, shapeDiffers } from '../words/sentences.ts'
import { compare, showShape } from './compare.ts'
import { withoutValues } from './without-values.ts'

type Returned = Extract<Called, { readonly kind: 'returned' }>

/** Type first, then the arguments (untouched; one may be given back as the result), then shape, then value. */
export function examineCase(
  tried: Case,
  called: Returned,
  exercise: Exercise,
  comparison: Comparison,
  describe: (type: Type) => Text,
): CaseOutcome {
  const { params, returns } = exercise.signature
  const read = readValue(returns, called.result, called.payload, 'result')
  if (read.kind === 'invalid') return invalid(complaint(read, describe))
  const got = withoutValues(tried.expected, read.value)
  const objection =
    complainAboutArguments(tried, called, params) ??
    complainAboutShape(returns, tried.expected, got, fixedDims(params), 'result')
  if (objection !== undefined) return { ...invalid(objection), got }
  const mismatch = compare(tried.expected, got, comparison)
  const { conversions } = read
  return mismatch ? { kind: 'wrong', got, mismatch, conversions } : { kind: 'passed', got, conversions }
}

function invalid(summary: Text): Extract<CaseOutcome, { readonly kind: 'invalid' }> {
  return { kind: 'invalid', got: undefined, summary }
}

function complainAboutArguments(
  { args }: Case,
  called: Returned,
  params: readonly Param[],
): Text | undefined {
  const changed = args.find(({ value }, at) => {
    const type = params[at]?.type
    const left = type && readValue(type, called.args[at], called.payload, 'argument')
    return left?.kind !== 'value' || left.conversions.length > 0 || !identical(value, left.value)
  })
  return changed && changedArgument(changed.name)
}

/** To the last bit, so that a NaN left alone is not a change. */
export function identical(one: Value, other: Value): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return Object.is(one, other)
  if (isArray(one)) {
    const array = other as NdArray
    return (
      showShape(one.shape) === showShape(array.shape) &&
      Buffer.compare(bytesOf(one.data), bytesOf(array.data)) === 0
    )
  }
  return Object.entries(one).every(([field, part]) => identical(part, (other as ValueRecord)[field] as Value))
}

/** Lengths that follow from the arguments are a matter of form; how many boxes remain, say, is a matter of value. */
function complainAboutShape(
  type: Type,
  expected: Value,
  got: Value,
  fixed: ReadonlySet<string>,
  at: string,
): Text | undefined {
  if (type.kind === 'record') {
    for (const { name, type: fieldType } of type.fields) {
      const [truth, value] = [(expected as ValueRecord)[name], (got as ValueRecord)[name]] as [Value, Value]
      const complaint = complainAboutShape(fieldType, truth, value, fixed, name)
      if (complaint !== undefined) return complaint
    }
  }
  if (type.kind !== 'array') return undefined
  const [wanted, shape] = [(expected as NdArray).shape, (got as NdArray).shape]
  const wrong =
    wanted.length !== shape.length ||
    type.dims.some(
      (dim, axis) => namesIn(dim).every((name) => fixed.has(name)) && wanted[axis] !== shape[axis],
    )
  return wrong ? shapeDiffers(at, showShape(shape), showShape(wanted)) : undefined
}

function fixedDims(params: readonly Param[]): ReadonlySet<string> {
  return new Set(params.flatMap(({ type }) => dimsOf(type)).flatMap(namesIn))
}

function namesIn(dim: string): readonly string[] {
  return dim.match(/[A-Za-z]\w*/g) ?? []
}
