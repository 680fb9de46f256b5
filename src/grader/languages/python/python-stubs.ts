import type { Exercise } from '../../../core/exercise.ts'
import type { Type } from '../../../core/signature.ts'
import type { Dtype } from '../../../core/value.ts'
import type { Companion } from '../../protocol/language.ts'
import { dtypesOf, fieldName, type NamedRecord, recordsOf } from '../../protocol/named-types.ts'
import { snakeName } from '../../protocol/snake-case.ts'

/**
 * `anneal.pyi`, where the signature has anything to declare; and the module that Pyright wants to see behind
 * a stub.
 */
export function pythonStubs(exercise: Exercise): readonly Companion[] {
  const dtypes = dtypesOf(exercise)
  const records = recordsOf(exercise)
  if (dtypes.length + records.length === 0) return []
  const text = [
    FIRST_LINE,
    [
      ...(records.length > 0 ? ['from typing import TypedDict'] : []),
      ...(dtypes.length > 0 ? [NUMPY] : []),
    ].join('\n\n'),
    ...(dtypes.length > 0 ? [dtypes.map(aliasOf).join('\n')] : []),
    ...records.map(typedDictOf),
  ]
  return [
    { kind: 'text', name: 'anneal.pyi', text: `${text.join('\n\n')}\n` },
    { kind: 'text', name: 'anneal.py', text: MODULE },
  ]
}

/** @param record what the type is called if it is a record */
export function annotation(type: Type, record: string): string {
  switch (type.kind) {
    case 'int':
      return 'int'
    case 'f64':
      return 'float'
    case 'bool':
      return 'bool'
    case 'str':
      return 'str'
    case 'array':
      return ALIASES[type.dtype]
    case 'record':
      return record
  }
}

export const NUMPY_DTYPES: { readonly [D in Dtype]: string } = {
  u8: 'uint8',
  i32: 'int32',
  f32: 'float32',
  f64: 'float64',
}

/** `shape (N,)` */
export function shapeText(dims: readonly string[]): string {
  return `shape (${dims.length === 1 ? `${dims[0]},` : dims.join(', ')})`
}

const ALIASES: { readonly [D in Dtype]: string } = {
  u8: 'U8Array',
  i32: 'I32Array',
  f32: 'F32Array',
  f64: 'F64Array',
}

const FIRST_LINE =
  '# What starters in Python import, for editors and type checkers. Anneal keeps this file up to date.'

const NUMPY = 'import numpy as np\nfrom numpy.typing import NDArray'

/** A checker that is given this file itself, as by `mypy *.py`, looks past the stub. */
const MODULE = `"""What is here is declared in anneal.pyi, for editors and type checkers. Anneal keeps this file up to date."""

from typing import Any


def __getattr__(name: str) -> Any:
    return Any
`

function aliasOf(dtype: Dtype): string {
  return `${ALIASES[dtype]} = NDArray[np.${NUMPY_DTYPES[dtype]}]`
}

/** By a call, for a key may be a word that Python keeps for itself. */
function typedDictOf({ name, fields }: NamedRecord): string {
  const lines = fields.map((field) => {
    const shape = field.type.kind === 'array' ? `  # ${shapeText(field.type.dims)}` : ''
    return `        "${snakeName(field.name)}": ${annotation(field.type, fieldName(name, field))},${shape}`
  })
  return [`${name} = TypedDict(`, `    "${name}",`, '    {', ...lines, '    },', ')'].join('\n')
}
