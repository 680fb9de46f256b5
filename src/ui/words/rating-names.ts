import type { Text } from '../../core/locale.ts'
import type { Rating } from '../../core/rating.ts'

export const RATING_NAMES: { readonly [R in Rating]: Text } = {
  again: { en: 'again', zh: '重来' },
  hard: { en: 'hard', zh: '困难' },
  good: { en: 'good', zh: '良好' },
  easy: { en: 'easy', zh: '简单' },
}
