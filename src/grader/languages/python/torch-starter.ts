import type { Exercise } from '../../../core/exercise.ts'
import type { Locale } from '../../../core/locale.ts'
import type { ArrayType, Type } from '../../../core/signature.ts'
import { paramName, resultName } from '../../protocol/named-types.ts'
import { snakeCase, snakeName } from '../../protocol/snake-case.ts'
import { leaveArguments, titleSentence } from '../../words/starter-words.ts'
import { docOf, headingLines, NOT_IMPLEMENTED } from './python-starter.ts'
import { annotation, NUMPY_DTYPES, shapeText } from './python-stubs.ts'

/** In PyTorch: whose annotation says `torch.Tensor` is given one, and may return them. */
export function torchStarter(exercise: Exercise, locale: Locale): string {
  const { params, returns } = exercise.signature
  const list = params.map(({ name, type }) => `${snakeName(name)}: ${torchAnnotation(type)}`)
  const doc = [
    ...params.flatMap((param) => docOf(snakeName(param.name), param.type, paramName(param), torchArray)),
    ...docOf('returns', returns, resultName(exercise), torchArray),
  ]
  return [
    'import torch',
    '',
    '',
    ...headingLines(snakeCase(exercise.id), list, torchAnnotation(returns)),
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

function torchArray({ dtype, dims }: ArrayType): string {
  return `torch.${NUMPY_DTYPES[dtype]}, ${shapeText(dims)}`
}

function torchAnnotation(type: Type): string {
  if (type.kind === 'array') return 'torch.Tensor'
  if (type.kind !== 'record') return annotation(type, '')
  const fields = type.fields.map((field) => field.type)
  return fields.every(({ kind }) => kind === 'array') ? 'dict[str, torch.Tensor]' : 'dict'
}
