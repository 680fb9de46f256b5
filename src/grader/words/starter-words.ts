import type { Exercise } from '../../core/exercise.ts'
import type { Locale, Text } from '../../core/locale.ts'
import { dtypesIn } from '../protocol/named-types.ts'

/** A starter's first words: the exercise's title as a sentence. */
export function titleSentence({ title }: Exercise, locale: Locale): string {
  return locale === 'zh' ? `${title.zh}。` : `${title.en}.`
}

export const ROW_MAJOR: Text = { en: 'Arrays are row-major. ', zh: '数组按行主序存放。' }

export function leaveArguments({ signature }: Exercise, locale: Locale): string {
  return (dtypesIn([signature.returns]).length > 0 ? NEW_ARRAYS : ARGUMENTS_ALONE)[locale]
}

const NEW_ARRAYS: Text = {
  en: 'Return new arrays, and leave the arguments as they are.',
  zh: '请返回新数组，不要改动参数。',
}

const ARGUMENTS_ALONE: Text = { en: 'Leave the arguments as they are.', zh: '不要改动参数。' }
