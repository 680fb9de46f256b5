import type { Text } from './locale.ts'

/** Why an entry is let into no log, on a device or at a hub. */
export const NO_ENTRY: Text = { en: 'It is not an event.', zh: '这不是一个事件。' }

export const OTHER_CONTENT: Text = {
  en: 'An event of the same id and another content is here already.',
  zh: '已有同一 id 而内容不同的事件。',
}
