import type { Exercise } from '../../../core/exercise.ts'
import type { Locale, Text } from '../../../core/locale.ts'
import type { Type } from '../../../core/signature.ts'
import { dtypesOf, fieldName, paramName, resultName } from '../../protocol/named-types.ts'
import { leaveArguments, titleSentence } from '../../words/starter-words.ts'
import { declaredText } from './declarations.ts'

/**
 * The comment above a starter's function: what no type can say, such as dimensions.
 * @param hasTypes whether it gives the types too, for a language that has none
 */
export function javaScriptDoc(exercise: Exercise, locale: Locale, hasTypes: boolean): readonly string[] {
  const { params, returns } = exercise.signature
  const form = dtypesOf(exercise).length > 0 ? ARRAY_FORM[locale] : ''
  const tags = [
    ...params.map((param) => ({ tag: '@param', ...param, record: paramName(param) })),
    { tag: '@returns', name: '', type: returns, record: resultName(exercise) },
  ]
  const lines = [
    titleSentence(exercise, locale),
    '',
    form + leaveArguments(exercise, locale),
    '',
    ...tags.flatMap(({ tag, name, type, record }) => {
      const said = [...(hasTypes ? [`{${declaredText(type, record)}}`] : []), name, noteOf(type, locale)]
      const fields = fieldLines(type, record, '  ', locale)
      const isBare = said.join('') === name && fields.length === 0
      return isBare ? [] : [[tag, ...said.filter((word) => word !== '')].join(' '), ...fields]
    }),
  ]
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */']
}

const ARRAY_FORM: Text = {
  en: 'An array is { shape, data }, row-major. ',
  zh: '数组是 { shape, data }，按行主序存放。',
}

const WHOLE_NUMBER: Text = { en: 'a whole number', zh: '整数' }

function noteOf(type: Type, locale: Locale): string {
  if (type.kind === 'array') return `shape [${type.dims.join(', ')}]`
  return type.kind === 'int' ? WHOLE_NUMBER[locale] : ''
}

function fieldLines(type: Type, record: string, indent: string, locale: Locale): readonly string[] {
  if (type.kind !== 'record') return []
  return type.fields.flatMap((field) => {
    const within = fieldName(record, field)
    return [
      `${indent}${field.name}: ${fieldText(field.type, within, locale)}`,
      ...fieldLines(field.type, within, `${indent}  `, locale),
    ]
  })
}

function fieldText(type: Type, record: string, locale: Locale): string {
  const note = noteOf(type, locale)
  if (note === '') return declaredText(type, record)
  return type.kind === 'int' ? note : `${declaredText(type, record)}, ${note}`
}
