import type { DueCounts } from '../../app/count-due.ts'
import { count, type Text } from '../../core/locale.ts'

export const DUE_KINDS: { readonly [K in keyof DueCounts]: Text } = {
  recalled: { en: 'called back by an exercise', zh: '练习召回' },
  learning: { en: 'learning', zh: '学习中' },
  reviews: { en: 'due', zh: '到期' },
  fresh: { en: 'new', zh: '新卡片' },
}

export function dueCards(number: number): Text {
  return { en: `${count(number, 'card')} to review`, zh: `${number} 张待复习` }
}

export const NOTHING_TO_REVIEW: Text = {
  en: 'There is nothing to review now.',
  zh: '现在没有需要复习的卡片。',
}
