import type { Exercise } from '../core/exercise.ts'
import type { InputRange, Range } from '../core/range.ts'
import { dimensionsOf } from '../core/ranged-names.ts'
import type { Type } from '../core/signature.ts'
import type { NdArray, Value, ValueRecord } from '../core/value.ts'
import type { Case } from '../grader/cases/case.ts'
import type { AnyGrader } from '../grader/cases/load-grader.ts'

export interface RangeSearch {
  readonly exercise: Exercise
  readonly grader: AnyGrader
  readonly cases: readonly Case[]
  /** By what they are for. */
  readonly measured: readonly (readonly [label: string, args: readonly Value[]])[]
}

/** Where the ranges, `valid` and the inputs that are put to a submission do not agree, one sentence each. */
export function gapsInRanges({ exercise, grader, cases, measured }: RangeSearch): readonly string[] {
  const { input } = exercise
  if (input === undefined)
    return [
      'Its exercise.yaml has no input: ranges, which the statement shows, and cases at whose ends follow from them.',
    ]
  const inputs = [
    ...cases.map(({ args }) => args.map(({ value }) => value)),
    ...measured.map(([, args]) => args),
  ]
  return [...refused({ grader, cases, measured }), ...unasked(exercise, input, inputs)]
}

function refused({ grader, cases, measured }: Omit<RangeSearch, 'exercise'>): readonly string[] {
  const named = [
    ...cases.map(({ name, args }) => [`the case "${name.en}"`, args.map(({ value }) => value)] as const),
    ...measured.map(([label, args]) => [`the inputs of ${label}`, args] as const),
  ]
  return named.flatMap(([name, args]) =>
    grader.valid?.(...args) === false ? [`Its ranges or \`valid\` do not allow ${name}.`] : [],
  )
}

/** What the statement allows, and nothing that is asked has. */
function unasked(
  { signature: { params } }: Exercise,
  input: readonly InputRange[],
  inputs: readonly (readonly Value[])[],
): readonly string[] {
  const dimensions = dimensionsOf(params)
  return input.flatMap(({ names, range }) =>
    names.flatMap((name) => {
      const seen = new Set<unknown>()
      for (const args of inputs) {
        for (const [at, param] of params.entries()) {
          const value = args[at]
          if (value !== undefined) collect(param.type, value, param.name, name, seen)
        }
      }
      return marksOf(range, dimensions.includes(name)).flatMap(({ what, holds }) =>
        [...seen].some((value) => holds(value as number))
          ? []
          : [`The statement allows ${name} ${what}, and no case has it: add one, or narrow its range.`],
      )
    }),
  )
}

/** Adds what the input has under the name: lengths of a dimension, numbers of an array. */
function collect(type: Type, value: Value, at: string, name: string, seen: Set<unknown>): void {
  if (type.kind === 'record') {
    for (const field of type.fields)
      collect(field.type, (value as ValueRecord)[field.name] as Value, `${at}.${field.name}`, name, seen)
  } else if (type.kind === 'array') {
    const { shape, data } = value as NdArray
    for (const [axis, dim] of type.dims.entries()) {
      if (dim === name || dim.endsWith(`+${name}`))
        seen.add((shape[axis] ?? 0) - (Number.parseInt(dim, 10) || 0))
    }
    if (at === name) for (const number of data) seen.add(number)
  } else if (at === name) seen.add(value)
}

interface RangeMark {
  readonly what: string
  readonly holds: (value: number) => boolean
}

function marksOf(range: Range, isLength: boolean): readonly RangeMark[] {
  if (range.kind === 'choice')
    return range.values.map((wanted) => ({ what: `= ${wanted}`, holds: (value) => value === wanted }))
  const { low, high, also } = range
  if (isLength) {
    const near = 0.9 * high
    const [shortest, longest] = [
      { what: `= ${low}`, holds: (value: number) => value === low },
      { what: `near ${high}`, holds: (value: number) => value >= near },
    ]
    return [shortest, longest]
  }
  const ends = [...new Set([low, high, ...also.map(Number)])].map((end) => ({
    what: `= ${end}`,
    // An f32 is not always its range's end to the last digit.
    holds: (value: number) => Object.is(value, end) || value === Math.fround(end),
  }))
  if (!(low < 0 && high > 0)) return ends
  const within = [
    { what: '= 0', holds: (value: number) => value === 0 },
    { what: 'below 0', holds: (value: number) => value < 0 && value > low },
    { what: 'above 0', holds: (value: number) => value > 0 && value < high },
  ]
  return [...ends, ...within]
}
