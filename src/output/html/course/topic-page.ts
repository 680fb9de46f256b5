import { count, type Say, sayIn, type Text } from '../../../core/locale.ts'
import type { TeachersVisit } from '../../../hub/page/pages.ts'
import { LISTED } from '../../../hub/progress/course-view.ts'
import type { TopicView } from '../../../hub/progress/topic-view.ts'
import type { Figure } from '../figure.ts'
import { percent } from '../shares-chart.ts'
import { cardText, memberLink } from './course-links.ts'
import { mistakesOfCourse } from './mistakes-figure.ts'
import { teachersPage } from './teachers-page.ts'

export function topicPage(visit: TeachersVisit, view: TopicView): string {
  const say = sayIn(visit.locale)
  return teachersPage(visit, {
    title: say(view.topic.deck.title),
    lead: [leadText(view)],
    figures: [
      forgottenFigure(view, visit),
      exercisesFigure(view, say),
      mistakesOfCourse(view.mistakes, visit, say),
      learnersFigure(view),
    ],
  })
}

function leadText({ topic: { learners, recall } }: TopicView): Text {
  const [en, zh] =
    recall === undefined
      ? ['', '']
      : [
          ` They are foretold to recall ${percent(recall)} of the cards they saw.`,
          `预测他们今天能想起已学卡片的 ${percent(recall)}。`,
        ]
  return { en: `${count(learners, 'learner')} began it.${en}`, zh: `${learners} 名学员已开始。${zh}` }
}

const FORGOTTEN: Text = { en: 'Cards forgotten by most learners', zh: '最多人忘记的卡片' }

function forgottenFigure({ forgotten }: TopicView, visit: TeachersVisit): Figure {
  if (forgotten.length === 0) return { title: FORGOTTEN }
  return {
    title: FORGOTTEN,
    table: {
      head: [
        { en: 'card', zh: '卡片' },
        { en: 'learners', zh: '人数' },
        { en: 'times', zh: '次数' },
      ],
      rows: forgotten
        .slice(0, LISTED)
        .map(({ card, learners, times }) => [
          { sentences: [cardText(visit, card)] },
          String(learners),
          String(times),
        ]),
    },
  }
}

const EXERCISES: Text = { en: 'Exercises, by how many learners', zh: '练习（按人数）' }

function exercisesFigure({ exercises }: TopicView, say: Say): Figure {
  if (exercises.length === 0) return { title: EXERCISES }
  return {
    title: EXERCISES,
    table: {
      head: [
        { en: 'exercise', zh: '练习' },
        { en: 'tried', zh: '尝试' },
        { en: 'solved', zh: '通过' },
        { en: 'asked for the solution', zh: '查看题解' },
        { en: 'stuck', zh: '卡住' },
      ],
      rows: exercises.map(({ exercise, tried, solved, gaveUp, stuck }) => [
        say(exercise.title),
        ...[tried, solved, gaveUp, stuck].map(String),
      ]),
    },
  }
}

const LEARNERS: Text = { en: 'Learners, who knows least first', zh: '学员（掌握最少的在前）' }

function learnersFigure({ learners }: TopicView): Figure {
  if (learners.length === 0) return { title: LEARNERS }
  return {
    title: LEARNERS,
    table: {
      head: [
        { en: 'learner', zh: '学员' },
        { en: 'seen', zh: '已学' },
        { en: 'stable', zh: '稳定' },
        { en: 'recall of all cards', zh: '想起（占全部卡片）' },
        { en: 'exercises solved', zh: '练习通过' },
        { en: 'mastery', zh: '掌握' },
      ],
      rows: learners.map(({ member, mastery: { seen, total, stable, recall, exercises, mastery } }) => [
        memberLink(member),
        `${seen}/${total}`,
        String(stable),
        percent(recall),
        exercises.total === 0 ? '—' : `${exercises.accepted}/${exercises.total}`,
        percent(mastery),
      ]),
    },
  }
}
