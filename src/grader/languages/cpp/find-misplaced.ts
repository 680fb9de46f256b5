import type { Text } from '../../../core/locale.ts'
import { IN_CLASS, IN_NAMESPACE } from '../../words/loading-sentences.ts'

/** Within what the function is defined that is not to be seen from outside. */
export function findMisplaced(code: string, name: string): Text | undefined {
  const defined = new RegExp(`\\b${name}\\s*\\([^;{}]*\\)[^;{}()]*\\{`).exec(code)
  const heading = defined && openHeadings(code.slice(0, defined.index)).at(-1)
  if (/\bnamespace\b/.test(heading ?? '')) return IN_NAMESPACE
  return /\b(?:class|struct)\b/.test(heading ?? '') ? IN_CLASS : undefined
}

/** What stands before each brace that is not closed yet. */
function openHeadings(code: string): readonly string[] {
  const open: string[] = []
  let from = 0
  for (const { 0: mark, index } of code.matchAll(/[;{}]/g)) {
    if (mark === '{') open.push(code.slice(from, index))
    if (mark === '}') open.pop()
    from = index + 1
  }
  return open
}
