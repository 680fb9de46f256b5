import type { Key } from 'ink'
import type { Pressed } from '../frame/key-table.ts'

/**
 * The keys of one input event. A burst arrives as one text; the full-width characters of a Chinese input
 * method count as the keys they look like, but are typed as they are.
 */
export function readKeys(input: string, key: Key): readonly Pressed[] {
  const named = NAMED.find(([field]) => key[field])?.[1]
  if (named) return [{ name: named, text: undefined }]
  if (key.ctrl && /^[a-z]$/.test(input)) return [{ name: `ctrl-${input}`, text: undefined }]
  if (key.ctrl || key.meta || input === '') return []
  return Array.from(input, keyOf)
}

const NAMED = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
] as const satisfies readonly (readonly [keyof Key, string])[]

function keyOf(character: string): Pressed {
  if (character === '\r' || character === '\n') return { name: 'enter', text: undefined }
  if (character === '\t') return { name: 'tab', text: undefined }
  const plain = character.normalize('NFKC')
  return { name: plain === ' ' ? 'space' : plain, text: character }
}
