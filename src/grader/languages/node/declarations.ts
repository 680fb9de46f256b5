import type { Exercise } from '../../../core/exercise.ts'
import type { Type } from '../../../core/signature.ts'
import type { Dtype } from '../../../core/value.ts'
import type { Companion } from '../../protocol/language.ts'
import {
  dtypesOf,
  fieldName,
  type NamedRecord,
  paramName,
  recordsOf,
  resultName,
} from '../../protocol/named-types.ts'
import { typeText } from './type-text.ts'

/** Named with its ending: so every kind of module resolution finds it, and Node never looks for it. */
export const DECLARATIONS = './anneal.d.ts'

/** `anneal.d.ts`, where the signature has anything to declare. */
export function declarations(exercise: Exercise): readonly Companion[] {
  const hasArrays = dtypesOf(exercise).length > 0
  const parts = [...(hasArrays ? [ND_ARRAY] : []), ...recordsOf(exercise).map(interfaceOf)]
  return parts.length === 0
    ? []
    : [{ kind: 'text', name: 'anneal.d.ts', text: [FIRST_LINE, ...parts].join('\n\n').concat('\n') }]
}

/** What the starter's heading names. */
export function declaredNames(exercise: Exercise): readonly string[] {
  const { params, returns } = exercise.signature
  const named = [
    ...params.map((param) => declaredName(param.type, paramName(param))),
    declaredName(returns, resultName(exercise)),
  ]
  return [...new Set(named.filter((name) => name !== undefined))].sort()
}

/** @param record what the type is called if it is a record */
export function declaredText(type: Type, record: string): string {
  return typeText(type, { array: (dtype) => `NdArray<${TYPED_ARRAYS[dtype]}>`, record: () => record })
}

export const TYPED_ARRAYS: { readonly [D in Dtype]: string } = {
  u8: 'Uint8Array',
  i32: 'Int32Array',
  f32: 'Float32Array',
  f64: 'Float64Array',
}

const FIRST_LINE =
  '// What starters in TypeScript and JavaScript import, for editors and type checkers. Anneal keeps this file up to date.'

const ND_ARRAY = [
  '/** An n-dimensional array, row-major: `data` has as many elements as the lengths in `shape` multiplied. */',
  'export interface NdArray<Data> {',
  '  readonly shape: readonly number[]',
  '  readonly data: Data',
  '}',
].join('\n')

function interfaceOf({ name, fields }: NamedRecord): string {
  const lines = fields.flatMap((field) => [
    ...(field.type.kind === 'array' ? [`  /** shape [${field.type.dims.join(', ')}] */`] : []),
    ...(field.type.kind === 'int' ? ['  /** a whole number */'] : []),
    `  readonly ${field.name}: ${declaredText(field.type, fieldName(name, field))}`,
  ])
  return [`export interface ${name} {`, ...lines, '}'].join('\n')
}

function declaredName(type: Type, record: string): string | undefined {
  if (type.kind === 'array') return 'NdArray'
  return type.kind === 'record' ? record : undefined
}
