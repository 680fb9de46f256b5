import type { RecordType, Type } from '../../../core/signature.ts'
import type { Dtype } from '../../../core/value.ts'

/** What arrays and records are called where a type is written. */
export interface TypeNames {
  readonly array: (dtype: Dtype) => string
  readonly record: (type: RecordType) => string
}

/** A type of a signature, in TypeScript. */
export function typeText(type: Type, names: TypeNames): string {
  switch (type.kind) {
    case 'int':
    case 'f64':
      return 'number'
    case 'bool':
      return 'boolean'
    case 'str':
      return 'string'
    case 'array':
      return names.array(type.dtype)
    case 'record':
      return names.record(type)
  }
}
