import type { Statistics } from '../../app/collect-statistics.ts'
import type { LastInterview } from '../../app/keep-interview.ts'
import { dateOf } from '../../core/day.ts'
import type { TimedTask } from '../../core/interview-record.ts'
import { recordFields } from './exercise-json.ts'

/** What `stats --json` prints. */
export function statisticsFields(statistics: Statistics): object {
  const {
    day,
    today,
    total,
    heat,
    retention,
    due,
    forecast,
    decks,
    exercises,
    interview,
    leeches,
    suspended,
  } = statistics
  return {
    day: dateOf(day),
    today,
    total,
    heat: heat
      .map((reviews, at) => ({ day: dateOf(day - heat.length + 1 + at), reviews }))
      .filter(({ reviews }) => reviews > 0),
    retention,
    due,
    forecast: forecast.map((cards, at) => ({ day: dateOf(day + at), cards })),
    decks: decks.map(({ deck, ...mastery }) => ({ deck: deck.name, group: deck.group, ...mastery })),
    exercises: exercises.map(recordFields),
    interview: interview ? interviewFields(interview) : null,
    leeches,
    suspended,
  }
}

function interviewFields({ day, record: { questions, answers, task } }: LastInterview): object {
  return {
    day: dateOf(day),
    questions,
    answered: answers.length,
    recalled: answers.filter(({ rating }) => rating !== 'again').length,
    exercise: task ? taskFields(task) : null,
  }
}

function taskFields({ exercise, minutes, begunAt, end }: TimedTask): object {
  return { exercise, minutes, outcome: end?.outcome ?? null, tookMs: end ? end.at - begunAt : null }
}
