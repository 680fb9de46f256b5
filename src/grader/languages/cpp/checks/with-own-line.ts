import type { Text } from '../../../../core/locale.ts'
import type { CheckedFile } from '../../../protocol/language.ts'
import { showableText } from '../../../words/showable-text.ts'

/** A sentence that goes on after a place in the learner's file, and that line; undefined where there is none. */
export function withOwnLine(
  line: number,
  { fileName, source }: Pick<CheckedFile, 'fileName' | 'source'>,
  { en, zh }: Text,
): Text | undefined {
  const text = source.split('\n')[line - 1]
  if (text === undefined) return undefined
  const at = `${fileName}:${line}`
  const shown = showableText(text).trim().slice(0, MOST_LETTERS)
  return { en: `${at} ${en}\n  ${shown}`, zh: `${at} ${zh}\n  ${shown}` }
}

const MOST_LETTERS = 120
