import { closestMatch } from 'leven'
import type { Text } from './locale.ts'

/** What was probably meant by a word that is none of the names, to stand behind what is wrong; empty where nothing is near. One slip in every three characters. */
export function didYouMean(word: string, names: readonly string[]): Text {
  const length = word.replace(/^-+/, '').length
  const near = closestMatch(word, names, { maxDistance: Math.max(1, Math.floor(length / 3)) })
  if (near === undefined) return { en: '', zh: '' }
  return { en: ` (did you mean ${near}?)`, zh: `（是不是 ${near}？）` }
}
