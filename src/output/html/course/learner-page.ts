import { dateOf } from '../../../core/day.ts'
import { count, type Say, sayIn, type Text } from '../../../core/locale.ts'
import { FIGURE_NAMES } from '../../../core/statistics/figure-names.ts'
import type { TeachersVisit } from '../../../hub/page/pages.ts'
import type { Member } from '../../../hub/progress/course-view.ts'
import type { LearnerStanding } from '../../../hub/progress/learner-standing.ts'
import { dailyFigure, REVIEWS } from '../activity-figures.ts'
import type { Figure } from '../figure.ts'
import { MISTAKE, masteryFigure } from '../practice-figures.ts'
import { percent } from '../shares-chart.ts'
import { cardText, mistakeLink } from './course-links.ts'
import { teachersPage } from './teachers-page.ts'

/** Of one who shares. Nothing of what they wrote is on it, only what was made of it. */
export function learnerPage(visit: TeachersVisit, { name, standing }: Member): string {
  const say = sayIn(visit.locale)
  const days = standing.activity.map(({ day, reviews }) => ({ day, value: reviews }))
  const begun = standing.topics.filter(({ seen, exercises }) => seen > 0 || exercises.accepted > 0)
  return teachersPage(visit, {
    title: name,
    lead: leadTexts(standing),
    figures: [
      stuckFigure(standing, visit, say),
      dailyFigure(FIGURE_NAMES.reviews, REVIEWS, days, say),
      masteryFigure(begun, say),
      exercisesFigure(standing, visit, say),
      mistakesFigure(standing, visit, say),
    ],
  })
}

function leadTexts({ readiness, total, lastActive }: LearnerStanding): readonly Text[] {
  const [share, date] = [percent(readiness.recall), dateOf(readiness.day)]
  const hours = (total.minutes / 60).toFixed(1)
  const last = lastActive === undefined ? '—' : dateOf(lastActive)
  return [
    readiness.isInterview
      ? { en: `Readiness for the interview on ${date}: ${share}.`, zh: `${date} 面试的准备度：${share}。` }
      : { en: `Readiness today: ${share}.`, zh: `今天的准备度：${share}。` },
    {
      en: `${count(total.reviews, 'review')} on ${count(total.days, 'day')}, ${hours} h in all. Last active: ${last}.`,
      zh: `共 ${total.reviews} 次复习，分布在 ${total.days} 天，合计 ${hours} 小时。最近学习：${last}。`,
    },
    {
      en: 'Shown because they consented; they can take it back at any time.',
      zh: '经本人同意后显示，本人可随时撤回。',
    },
  ]
}

const STUCK_TITLE: Text = { en: 'Stuck at', zh: '卡住的练习' }

function stuckFigure({ stuck }: LearnerStanding, { words }: TeachersVisit, say: Say): Figure {
  if (stuck.length === 0) return { title: STUCK_TITLE, nothing: { en: 'None.', zh: '没有。' } }
  return {
    title: STUCK_TITLE,
    table: {
      head: [
        { en: 'exercise', zh: '练习' },
        { en: 'not accepted in a row', zh: '连续未通过' },
        { en: 'last on', zh: '最近一次' },
      ],
      rows: stuck.map(({ exercise, failures, lastDay }) => [
        say(words.exercise(exercise)),
        String(failures),
        dateOf(lastDay),
      ]),
    },
  }
}

function exercisesFigure({ exercises }: LearnerStanding, { words }: TeachersVisit, say: Say): Figure {
  if (exercises.length === 0) return { title: FIGURE_NAMES.exercises }
  return {
    title: FIGURE_NAMES.exercises,
    table: {
      head: [
        { en: 'exercise', zh: '练习' },
        { en: 'tries until accepted', zh: '首次通过所需提交' },
        { en: 'submissions', zh: '提交' },
        { en: 'accepted', zh: '通过' },
        { en: 'asked for the solution', zh: '查看题解' },
        { en: 'last on', zh: '最近一次' },
      ],
      rows: exercises.map(({ exercise, untilAccepted, submissions, accepted, givenUp, lastDay }) => [
        say(words.exercise(exercise)),
        untilAccepted?.toString() ?? '—',
        String(submissions),
        String(accepted),
        String(givenUp),
        dateOf(lastDay),
      ]),
    },
  }
}

function mistakesFigure({ mistakes }: LearnerStanding, visit: TeachersVisit, say: Say): Figure {
  const { words } = visit
  if (mistakes.length === 0) return { title: FIGURE_NAMES.mistakes }
  return {
    title: FIGURE_NAMES.mistakes,
    table: {
      head: [
        MISTAKE,
        { en: 'exercise', zh: '练习' },
        { en: 'times', zh: '次数' },
        { en: 'last on', zh: '最近一次' },
        { en: 'cards', zh: '卡片' },
      ],
      rows: mistakes.map(({ exercise, mistake, times, lastDay, cards }) => [
        mistakeLink({ exercise, mistake }, visit, say),
        say(words.exercise(exercise)),
        String(times),
        dateOf(lastDay),
        { sentences: words.cardsFor(exercise, mistake, cards).map((card) => cardText(visit, card)) },
      ]),
    },
  }
}
