import { closestMatch } from 'leven'
import type { Text } from './locale.ts'

/**
 * What was probably meant by a word that is none of the names, to stand behind what is wrong; empty where
 * nothing is near.
 */
export function didYouMean(word: string, names: readonly string[]): Text {
  const near = nearest(word, names)
  if (near === undefined) return { en: '', zh: '' }
  return { en: ` (did you mean ${near}?)`, zh: `（是不是 ${near}？）` }
}

/**
 * With one slip in every three characters; two neighbours that changed places are one. Of fewer than three
 * anything may be meant.
 */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const length = word.replace(/^-+/, '').length
  if (length < 3) return undefined
  const near = closestMatch(word, names, { maxDistance: Math.max(1, Math.floor(length / 3)) })
  return near ?? names.find((name) => swaps(word).includes(name))
}

function swaps(word: string): readonly string[] {
  return Array.from(word.slice(1), (letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2))
}
