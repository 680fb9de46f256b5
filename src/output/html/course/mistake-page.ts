import { dateOf } from '../../../core/day.ts'
import { count, type Say, sayIn, type Text } from '../../../core/locale.ts'
import type { TeachersVisit } from '../../../hub/page/pages.ts'
import type { MistakeStanding } from '../../../hub/progress/course-view.ts'
import type { Figure } from '../figure.ts'
import { cardText, memberLink } from './course-links.ts'
import { teachersPage } from './teachers-page.ts'

export function mistakePage(visit: TeachersVisit, mistake: MistakeStanding): string {
  const say = sayIn(visit.locale)
  return teachersPage(visit, {
    title: say(visit.words.mistake(mistake.exercise, mistake.mistake)),
    lead: [leadText(mistake, visit)],
    figures: [cardsFigure(mistake, visit), learnersFigure(mistake, say, visit)],
  })
}

function leadText({ exercise, by, times }: MistakeStanding, { words }: TeachersVisit): Text {
  const { en, zh } = words.exercise(exercise)
  return {
    en: `A mistake in “${en}” that ${count(by.length, 'learner')} made, ${count(times, 'time')} in all.`,
    zh: `“${zh}”中的错误，${by.length} 名学员共犯 ${times} 次。`,
  }
}

const CARDS: Text = { en: 'Cards that teach the point', zh: '讲解该要点的卡片' }

function cardsFigure({ exercise, mistake, cards }: MistakeStanding, visit: TeachersVisit): Figure {
  const taught = visit.words.cardsFor(exercise, mistake, cards)
  if (taught.length === 0) return { title: CARDS }
  return {
    title: CARDS,
    table: {
      head: [
        { en: 'card', zh: '卡片' },
        { en: 'id', zh: 'id' },
      ],
      rows: taught.map((card) => [{ sentences: [cardText(visit, card)] }, card]),
    },
  }
}

const LEARNERS: Text = { en: 'Who made it', zh: '犯过该错误的学员' }

function learnersFigure({ exercise, by }: MistakeStanding, say: Say, visit: TeachersVisit): Figure {
  const solved: Text = { en: 'yes', zh: '是' }
  const open: Text = { en: 'no', zh: '否' }
  return {
    title: LEARNERS,
    table: {
      head: [
        { en: 'learner', zh: '学员' },
        { en: 'times', zh: '次数' },
        { en: 'last on', zh: '最近一次' },
        {
          en: `solved “${visit.words.exercise(exercise).en}”`,
          zh: `已通过“${visit.words.exercise(exercise).zh}”`,
        },
      ],
      rows: by.map(({ member, times, lastDay }) => {
        const own = member.standing.exercises.find((one) => one.exercise === exercise)
        return [
          memberLink(member),
          String(times),
          dateOf(lastDay),
          say((own?.accepted ?? 0) > 0 ? solved : open),
        ]
      }),
    },
  }
}
