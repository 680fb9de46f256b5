import type { Text } from '../../core/locale.ts'
import type { Binding } from './key-table.ts'
import type { TypingEvent } from './typed-line.ts'

/** Leaves a field, and what was typed there. */
export const NEVER_MIND: Binding<{ readonly kind: 'give-up' }> = {
  keys: ['escape'],
  help: { en: 'never mind', zh: '取消' },
  event: { kind: 'give-up' },
}

/** In a field: all that changes what was typed, but for the characters. */
export const EDITING_KEYS: readonly Binding<TypingEvent>[] = [
  editing(['ctrl-u'], 'clear', { en: 'clear', zh: '清空' }),
  editing(['backspace'], 'erase', { en: 'erase before the cursor', zh: '删除光标前的字符' }),
  editing(['delete'], 'erase-after', { en: 'erase behind the cursor', zh: '删除光标后的字符' }),
  editing(['left'], 'back', { en: 'cursor left', zh: '光标左移' }),
  editing(['right'], 'forward', { en: 'cursor right', zh: '光标右移' }),
  editing(['home', 'ctrl-a'], 'to-start', { en: 'to the start', zh: '到行首' }),
  editing(['end', 'ctrl-e'], 'to-end', { en: 'to the end', zh: '到行尾' }),
]

function editing(
  keys: readonly [string, ...string[]],
  kind: Exclude<TypingEvent['kind'], 'type'>,
  help: Text,
): Binding<TypingEvent> {
  return { keys, help, event: { kind }, onlyInHelp: true }
}
