import { MORE, type NewCardsToday } from '../../app/new-cards-today.ts'
import type { Text } from '../../core/locale.ts'

/** `10 of 10 new today; 937 unseen; …`, with what gives more where there are more. */
export function limitText({ seen, limit, unseen }: NewCardsToday, more: Text): Text {
  const way = unseen > 0 ? more : NOTHING
  return {
    en: `${seen} of ${limit} new today; ${unseen} unseen${way.en}.`,
    zh: `今天新卡片 ${seen} / ${limit}；还有 ${unseen} 张没见过${way.zh}。`,
  }
}

const NOTHING: Text = { en: '', zh: '' }

/** On a screen. */
export const MORE_BY_KEY: Text = { en: '; `m` for ten more', zh: '；按 `m` 再来十张' }

/** Where there is none. */
export function moreByCommand({ seen }: NewCardsToday): Text {
  const command = `anneal review --new ${seen + MORE}`
  return { en: `; \`${command}\` for ten more`, zh: `；用 \`${command}\` 再来十张` }
}

/** Whether the limit, and nothing else, keeps new cards back. */
export function isAtLimit({ seen, limit, unseen }: NewCardsToday): boolean {
  return seen >= limit && unseen > 0
}
