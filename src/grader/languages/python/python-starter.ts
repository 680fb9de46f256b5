import type { Exercise } from '../../../core/exercise.ts'
import type { Locale } from '../../../core/locale.ts'
import type { ArrayType, Type } from '../../../core/signature.ts'
import { dtypesOf, fieldName, paramName, resultName } from '../../protocol/named-types.ts'
import { snakeCase, snakeName } from '../../protocol/snake-case.ts'
import { leaveArguments, titleSentence } from '../../words/starter-words.ts'
import { annotation, NUMPY_DTYPES, shapeText } from './python-stubs.ts'

export function pythonStarter(exercise: Exercise, locale: Locale): string {
  const { params, returns } = exercise.signature
  const doc = [
    ...params.flatMap((param) => docOf(snakeName(param.name), param.type, paramName(param))),
    ...docOf('returns', returns, resultName(exercise)),
  ]
  return [
    ...importLines(exercise),
    ...heading(exercise),
    `    """${titleSentence(exercise, locale)}`,
    '',
    ...doc.map((line) => `    ${line}`),
    '',
    `    ${leaveArguments(exercise, locale)}`,
    '    """',
    `    ${NOT_IMPLEMENTED}`,
    '',
  ].join('\n')
}

const NAME = /[\w.*]+(?: as \w+)?/.source
/** Where one ends the next begins, in one way alone. */
const IMPORT = new RegExp(`(?:from [\\w.]+ )?import ${NAME}(?:, ?${NAME})* |if TYPE_CHECKING: `)
const UNFILLED = /raise NotImplementedError\(["']not implemented["']\)/
export const NOT_IMPLEMENTED = "raise NotImplementedError('not implemented')"

/** A heading holds no `=` and no second `(`, as code would. */
export function unfilledPython(name: string): RegExp {
  const [imports, body] = [IMPORT.source, UNFILLED.source]
  return new RegExp(`^(?:${imports})*def ${name}\\([^(=]*: ${body}$`)
}

/** Types are for checkers alone: the module that declares them is nowhere when the submission runs. */
function importLines(exercise: Exercise): readonly string[] {
  const numpy = dtypesOf(exercise).length > 0 ? ['import numpy as np', ''] : []
  const names = declaredNames(exercise)
  if (names.length === 0) return numpy.length > 0 ? [...numpy, ''] : []
  return [
    'from __future__ import annotations',
    '',
    'from typing import TYPE_CHECKING',
    '',
    ...numpy,
    'if TYPE_CHECKING:',
    `    from anneal import ${names.join(', ')}`,
    '',
    '',
  ]
}

function declaredNames(exercise: Exercise): readonly string[] {
  const { params, returns } = exercise.signature
  const named = [
    ...params.map((param) => ({ type: param.type, record: paramName(param) })),
    { type: returns, record: resultName(exercise) },
  ]
    .filter(({ type }) => type.kind === 'array' || type.kind === 'record')
    .map(({ type, record }) => annotation(type, record))
  return [...new Set(named)].sort()
}

const LONGEST_LINE = 88

function heading(exercise: Exercise): readonly string[] {
  const { params, returns } = exercise.signature
  const list = params.map((param) => `${snakeName(param.name)}: ${annotation(param.type, paramName(param))}`)
  return headingLines(snakeCase(exercise.id), list, annotation(returns, resultName(exercise)))
}

/** @param list the parameters with their annotations */
export function headingLines(name: string, list: readonly string[], returned: string): readonly string[] {
  const start = `def ${name}(`
  const end = `) -> ${returned}:`
  const line = start + list.join(', ') + end
  return line.length <= LONGEST_LINE ? [line] : [start, ...list.map((one) => `    ${one},`), end]
}

/** What the function's text says of one parameter, or of the result. */
export function docOf(
  name: string,
  type: Type,
  record: string,
  arrayText: (type: ArrayType) => string = ({ dtype, dims }) => `${NUMPY_DTYPES[dtype]}, ${shapeText(dims)}`,
): readonly string[] {
  if (type.kind === 'record')
    return type.fields.flatMap((field) =>
      docOf(`${name}['${snakeName(field.name)}']`, field.type, fieldName(record, field), arrayText),
    )
  if (type.kind === 'array') return [`${name}: ${arrayText(type)}`]
  return [`${name}: ${annotation(type, record)}`]
}
