import type { Text } from '../../core/locale.ts'

/** One message that stands above the footer until the next key. */
export interface Notice {
  readonly tone: 'good' | 'bad' | 'hint'
  readonly text: Text
}
