import type { Locale } from '../../core/locale.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Every text of the screens and of the plain output. */
export type Messages = typeof en
export type KeyHelp = keyof Messages['keyHelp']
export type NoticeKey = keyof Messages['notices']

const MESSAGES: { readonly [L in Locale]: Messages } = { en, zh }

export function messagesIn(locale: Locale): Messages {
  return MESSAGES[locale]
}
