import { type Binding, bindingFor } from './key-table.ts'
import type { LaidOutFrame } from './layout-frame.ts'

interface Scroll {
  readonly by: 'line' | 'page' | 'all'
  readonly sign: 1 | -1
}

/** What scrolls a page that is longer than its room, on every screen. */
export const SCROLL_KEYS: readonly Binding<Scroll>[] = [
  { keys: ['j', 'down'], help: { en: 'scroll down', zh: '向下滚动' }, event: { by: 'line', sign: 1 } },
  { keys: ['k', 'up'], help: { en: 'scroll up', zh: '向上滚动' }, event: { by: 'line', sign: -1 } },
  { keys: ['pagedown', 'ctrl-f'], help: { en: 'page down', zh: '下一页' }, event: { by: 'page', sign: 1 } },
  { keys: ['pageup', 'ctrl-b'], help: { en: 'page up', zh: '上一页' }, event: { by: 'page', sign: -1 } },
  { keys: ['home'], help: { en: 'to the top', zh: '到开头' }, event: { by: 'all', sign: -1 } },
  { keys: ['end'], help: { en: 'to the end', zh: '到末尾' }, event: { by: 'all', sign: 1 } },
]

/** The line that comes first then; undefined for another key, or where there is nothing to scroll. */
export function scrolledBy(key: string, { scroll, lastScroll, room }: LaidOutFrame): number | undefined {
  const event = bindingFor(SCROLL_KEYS, key)?.event
  if (event === undefined || lastScroll === 0) return undefined
  const distance = { line: 1, page: Math.max(1, room - 1), all: lastScroll }[event.by]
  return Math.max(0, Math.min(lastScroll, scroll + event.sign * distance))
}
