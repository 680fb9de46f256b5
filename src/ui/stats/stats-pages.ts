import type { Statistics } from '../../app/collect-statistics.ts'
import type { Text } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import type { Line } from '../text/line.ts'
import { cardsPage } from './cards-page.ts'
import { exercisesPage } from './exercises-page.ts'
import { memoryPage } from './memory-page.ts'
import { overviewPage } from './overview-page.ts'
import { predictionsPage } from './predictions-page.ts'
import { topicsPage } from './topics-page.ts'

export interface StatsPage {
  readonly title: Text
  readonly lines: (statistics: Statistics, around: Around) => readonly Line[]
}

/** In the order of their keys. */
export const STATS_PAGES: readonly StatsPage[] = [
  { title: { en: 'Overview', zh: '概览' }, lines: overviewPage },
  { title: { en: 'Memory', zh: '记忆' }, lines: memoryPage },
  { title: { en: 'Predictions', zh: '预测' }, lines: predictionsPage },
  { title: { en: 'Topics', zh: '主题' }, lines: topicsPage },
  { title: { en: 'Exercises', zh: '练习' }, lines: exercisesPage },
  { title: { en: 'Hard cards', zh: '难卡' }, lines: cardsPage },
]
