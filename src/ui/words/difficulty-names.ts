import type { Difficulty } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'

export const DIFFICULTY_NAMES: { readonly [D in Difficulty]: Text } = {
  easy: { en: 'easy', zh: '简单' },
  medium: { en: 'medium', zh: '中等' },
  hard: { en: 'hard', zh: '困难' },
}
