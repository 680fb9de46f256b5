import type { Text } from '../../core/locale.ts'
import type { LineRemark } from './plain-note.ts'

const MOST_TOLD = 10

/** The first of them by their lines, and how many more there are. */
export function remarksOf(remarks: readonly LineRemark[]): readonly Text[] {
  const told = remarks.slice(0, MOST_TOLD).map(({ line, message }) => ({
    en: `Line ${line}: ${message.en}`,
    zh: `第 ${line} 行：${message.zh}`,
  }))
  const more = remarks.length - told.length
  return more === 0
    ? told
    : [...told, { en: `And ${more} more such lines.`, zh: `另有 ${more} 行类似情况。` }]
}
