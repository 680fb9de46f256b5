import type { HardCard, Statistics } from '../../app/collect-statistics.ts'
import type { LastInterview } from '../../app/keep-interview.ts'
import type { Calibration, Quality } from '../../core/calibration/calibration.ts'
import { dateOf, MINUTE_MS } from '../../core/day.ts'
import type { TimedTask } from '../../core/interview-record.ts'
import type { Distribution, Distributions } from '../../core/statistics/distribution.ts'
import type { ExerciseHistory } from '../../core/statistics/exercise-history.ts'
import { recordFields } from './exercise-json.ts'

/** What `stats --json` prints. */
export function statisticsFields(statistics: Statistics): object {
  const { day, today, total, due, forecast, interview, leeches, suspended } = statistics
  const [retention] = statistics.retention.filter(({ days }) => days === 30)
  return {
    day: dateOf(day),
    today,
    total,
    heat: statistics.activity
      .filter(({ reviews }) => reviews > 0)
      .map(({ day: on, reviews, durationMs }) => ({
        day: dateOf(on),
        reviews,
        minutes: durationMs / MINUTE_MS,
      })),
    retention: retention && { young: retention.young, mature: retention.mature, all: retention.all },
    retentionBy: statistics.retention,
    due,
    forecast: forecast.map(({ cards, minutes }, at) => ({
      day: dateOf(day + at),
      cards,
      minutes: minutes ?? null,
    })),
    distributions: distributionFields(statistics.distributions),
    calibration: statistics.calibration ? calibrationFields(statistics.calibration) : null,
    decks: statistics.decks.map(({ deck, ...mastery }) => ({
      deck: deck.name,
      group: deck.group,
      ...mastery,
    })),
    exercises: statistics.exercises.map(recordFields),
    histories: statistics.histories.map(historyFields),
    mistakes: statistics.mistakes.map(({ exercise, mistake, times }) => ({ exercise, mistake, times })),
    hardest: statistics.hardest.map(hardCardFields),
    leechCards: statistics.leechCards.map(({ id, lapses, suspended: isSuspended }) => ({
      card: id,
      lapses,
      suspended: isSuspended,
    })),
    interview: interview ? interviewFields(interview) : null,
    leeches,
    suspended,
  }
}

function distributionFields({ stability, difficulty, retrievability }: Distributions): object {
  return {
    stability: bucketFields(stability),
    difficulty: bucketFields(difficulty),
    retrievability: bucketFields(retrievability),
  }
}

function bucketFields({ buckets, median }: Distribution): object {
  return {
    median: median ?? null,
    buckets: buckets.map(({ to, ...bucket }) => ({ ...bucket, to: to ?? null })),
  }
}

function calibrationFields({ scheduler, average, ...calibration }: Calibration): object {
  return { ...calibration, scheduler: qualityFields(scheduler), average: qualityFields(average) }
}

function qualityFields({ logLoss, rmseBins, auc }: Quality): object {
  return { logLoss, rmseBins, auc: auc ?? null }
}

function historyFields({ untilAccepted, best, ...history }: ExerciseHistory): object {
  return {
    ...history,
    untilAccepted: untilAccepted ?? null,
    best: best.map(({ day, ratio }) => ({ day: dateOf(day), ratio })),
  }
}

function hardCardFields({ card, difficulty, lapses, stability }: HardCard): object {
  return { card, difficulty, lapses, stability }
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
