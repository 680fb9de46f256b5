import type { Say } from '../../../core/locale.ts'
import { FIGURE_NAMES } from '../../../core/statistics/figure-names.ts'
import type { TeachersVisit } from '../../../hub/page/pages.ts'
import { LISTED, type MistakeStanding } from '../../../hub/progress/course-view.ts'
import type { Figure } from '../figure.ts'
import { MISTAKE } from '../practice-figures.ts'
import { cardText, mistakeLink } from './course-links.ts'

/** Made by most learners first, each with the cards that teach its point. */
export function mistakesOfCourse(
  mistakes: readonly MistakeStanding[],
  visit: TeachersVisit,
  say: Say,
): Figure {
  const { words } = visit
  if (mistakes.length === 0) return { title: FIGURE_NAMES.mistakes }
  return {
    title: FIGURE_NAMES.mistakes,
    note: {
      en: 'Wrong programs whose output submissions had, as the judge found, and the cards that teach the point.',
      zh: '判题器认定提交的输出与犯有这些错误的程序完全一致；附讲解该要点的卡片。',
    },
    table: {
      head: [
        MISTAKE,
        { en: 'exercise', zh: '练习' },
        { en: 'learners', zh: '人数' },
        { en: 'times', zh: '次数' },
        { en: 'cards', zh: '卡片' },
      ],
      rows: mistakes.slice(0, LISTED).map((one) => [
        mistakeLink(one, visit, say),
        say(words.exercise(one.exercise)),
        String(one.by.length),
        String(one.times),
        {
          sentences: words
            .cardsFor(one.exercise, one.mistake, one.cards)
            .map((card) => cardText(visit, card)),
        },
      ]),
    },
  }
}
