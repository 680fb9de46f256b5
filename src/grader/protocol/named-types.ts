import type { Exercise } from '../../core/exercise.ts'
import type { Param, Type } from '../../core/signature.ts'
import { DTYPES, type Dtype } from '../../core/value.ts'

/** A record has no name in a signature; where a language wants one, it follows from where the record stands. */
export interface NamedRecord {
  readonly name: string
  readonly fields: readonly Param[]
}

/** Those within others first. */
export function recordsOf(exercise: Exercise): readonly NamedRecord[] {
  const { params, returns } = exercise.signature
  return [
    ...params.flatMap(({ name, type }) => recordsIn(type, pascalCase(name))),
    ...recordsIn(returns, resultName(exercise)),
  ]
}

/** What `momentum` returns is `MomentumResult`. */
export function resultName({ id }: Exercise): string {
  return `${pascalCase(id)}Result`
}

/** An argument `options` is `Options`. */
export function paramName({ name }: Param): string {
  return pascalCase(name)
}

/** A field `state` of `AdamResult` is `AdamResultState`. */
export function fieldName(record: string, { name }: Param): string {
  return record + pascalCase(name)
}

/** The dtypes of its arrays, each once. */
export function dtypesOf({ signature: { params, returns } }: Exercise): readonly Dtype[] {
  return dtypesIn([...params.map(({ type }) => type), returns])
}

export function dtypesIn(types: readonly Type[]): readonly Dtype[] {
  const found = types.flatMap((type): readonly Dtype[] => {
    if (type.kind === 'array') return [type.dtype]
    return type.kind === 'record' ? dtypesIn(type.fields.map((field) => field.type)) : []
  })
  return DTYPES.filter((dtype) => found.includes(dtype))
}

function recordsIn(type: Type, name: string): readonly NamedRecord[] {
  if (type.kind !== 'record') return []
  const { fields } = type
  return [...fields.flatMap((field) => recordsIn(field.type, fieldName(name, field))), { name, fields }]
}

/** `mean-average-precision` is `MeanAveragePrecision`. */
function pascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
