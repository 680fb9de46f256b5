import { showableLine } from './clean-text.ts'
import type { Text } from './locale.ts'

/**
 * Why the door of the log, on a device or at a hub, refused an entry for this field. A field that should not be
 * there has its name from whoever sent it.
 */
export function whyNoEntry(field: string): Text {
  if (field === '') return { en: 'It is not an event.', zh: '这不是一个事件。' }
  const shown = showableLine(field.slice(0, LONGEST_FIELD))
  return { en: `Its ${shown} is not as it should be.`, zh: `其 ${shown} 不符合要求。` }
}

const LONGEST_FIELD = 100

export const OTHER_CONTENT: Text = {
  en: 'An event of the same id and another content is here already.',
  zh: '已有同一 id 而内容不同的事件。',
}
