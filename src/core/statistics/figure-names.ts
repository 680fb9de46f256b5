import type { Text } from '../locale.ts'

/** What each figure is called, on the screen and on the page. */
export const FIGURE_NAMES = {
  heat: { en: 'Reviews in the last year', zh: '最近一年的复习次数' },
  reviews: { en: 'Reviews a day, last 30 days', zh: '最近 30 天每天的复习次数' },
  minutes: { en: 'Minutes a day, last 30 days', zh: '最近 30 天每天的复习分钟数' },
  retention: { en: 'True retention (cards that had been learnt)', zh: '真实记忆率（已学会的卡片）' },
  forecast: { en: 'To review in the next 30 days', zh: '未来 30 天待复习' },
  stability: { en: 'Stability: days until recall falls to 90%', zh: '稳定性：想起概率降到 90% 的天数' },
  difficulty: { en: 'Difficulty, 1 to 10', zh: '难度（1 到 10）' },
  retrievability: { en: 'Retrievability: recall today, %', zh: '可提取性：今天的想起概率（%）' },
  calibration: { en: 'Predicted recall against what happened', zh: '预测的想起概率与实际结果' },
  quality: { en: 'How good the predictions are', zh: '预测质量' },
  mastery: { en: 'Mastery by topic, cards and exercises', zh: '各主题掌握情况（卡片与练习）' },
  exercises: { en: 'Exercises', zh: '练习记录' },
  best: { en: 'Best time over the reference, over time', zh: '最好成绩随时间的变化（与参考实现的用时比）' },
  mistakes: { en: 'Mistakes met most', zh: '最常见的错误' },
  hardest: { en: 'Hardest cards', zh: '最难的卡片' },
  leeches: { en: 'Leeches: forgotten again and again', zh: '顽固卡片：反复忘记' },
} as const satisfies { readonly [figure: string]: Text }

export const MATURITY_NAMES = {
  young: { en: 'young', zh: '新近' },
  mature: { en: 'mature', zh: '成熟' },
  all: { en: 'all', zh: '全部' },
} as const satisfies { readonly [maturity: string]: Text }

export function periodName(days: number): Text {
  switch (days) {
    case 1:
      return { en: 'today', zh: '今天' }
    case 7:
      return { en: '7 days', zh: '7 天' }
    case 30:
      return { en: '30 days', zh: '30 天' }
    default:
      return { en: 'a year', zh: '一年' }
  }
}
