import type { Mind, TrialDay } from '../mind.ts'

/** Studies of one card: how many answers on the day, and how many of them recalled it. */
export interface DashStudy {
  readonly day: TrialDay
  readonly answers: number
  readonly recalled: number
}

const WINDOWS = [1, 7, 30, Number.POSITIVE_INFINITY] as const

/**
 * For each window what the logarithms of answers and of recalls in it count: the weights with which open-spaced-repetition/srs-benchmark begins its
 * fits to learners on Anki (models/dash.py). The intercept there is of cards that a scheduler brought back in time; here it is the learner's and
 * the card's.
 */
const ANSWERS = [0.2024, 0.1255, -0.1485, 0.0933] as const
const RECALLS = [0.5967, 0.6039, 0.572, 0.4801] as const
export const BENCHMARK_INTERCEPT = 0.787

/** DASH: difficulty, ability and study history (Lindsey, Shroyer, Pashler and Mozer 2014). No curve: recall falls where a study leaves a window. */
export function createDashMind(intercept: (card: number) => number): Mind<readonly DashStudy[]> {
  return {
    recall: (card, studies, day) => {
      if (!studies) return 0
      let logit = intercept(card)
      for (const [at, window] of WINDOWS.entries()) {
        let [answers, recalled] = [0, 0]
        for (const study of studies) {
          if (day - study.day > window) continue
          answers += study.answers
          recalled += study.recalled
        }
        logit += (ANSWERS[at] ?? 0) * Math.log1p(answers) + (RECALLS[at] ?? 0) * Math.log1p(recalled)
      }
      return 1 / (1 + Math.exp(-logit))
    },
    study: (_card, studies = [], day, rating) => [
      ...studies,
      { day, answers: rating === 'again' ? 2 : 1, recalled: 1 },
    ],
  }
}
