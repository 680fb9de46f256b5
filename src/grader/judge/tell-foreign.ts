import type { Text } from '../../core/locale.ts'
import { IS_FENCED, IS_NOTEBOOK } from '../words/loading-sentences.ts'

/** Of a file that is no code in any language: what it is instead, and what to do. */
export function tellForeign(source: string): Text | undefined {
  const text = source.trimStart()
  if (text.startsWith('```')) return IS_FENCED
  return text.startsWith('{') && isNotebook(text) ? IS_NOTEBOOK : undefined
}

function isNotebook(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && 'cells' in read && 'nbformat' in read
  } catch {
    return false
  }
}
