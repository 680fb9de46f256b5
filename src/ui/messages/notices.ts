import type { Text } from '../../core/locale.ts'
import { messagesIn, type NoticeKey } from './messages.ts'

/** One message that stands above the footer until the next key. */
export interface Notice {
  readonly tone: 'good' | 'bad' | 'hint'
  readonly text: Text
}

export function noticeFrom(tone: Notice['tone'], key: NoticeKey): Notice {
  return { tone, text: { en: messagesIn('en').notices[key], zh: messagesIn('zh').notices[key] } }
}
