/**
 * Means of Cepeda, Vul, Rohrer, Wixted and Pashler 2008, Spacing effects in learning: a temporal ridgeline of optimal retention (Psychological
 * Science 19, 1095-1102; 1,354 learners, 32 trivia facts), in percent, as read from its figures' replots by others.
 */

/** Recall so many days after the only session. */
export const FORGETTING: readonly (readonly [days: number, percent: number])[] = [
  [0, 97],
  [1, 91.4],
  [2, 84.5],
  [4, 79.9],
  [7, 71.4],
  [11, 60.4],
  [14, 49.7],
  [21, 43.9],
  [35, 31.4],
  [70, 22.7],
  [105, 16.3],
]

/** Recall after two sessions that lay `gap` days apart, `delay` days after the second. */
export const SPACING: readonly (readonly [gap: number, delay: number, percent: number])[] = [
  [0, 7, 88.2],
  [1, 7, 97.3],
  [2, 7, 95],
  [7, 7, 93.8],
  [21, 7, 93.3],
  [105, 7, 80.6],
  [0, 35, 51.7],
  [1, 35, 68.9],
  [4, 35, 73.9],
  [7, 35, 79.9],
  [11, 35, 81.9],
  [21, 35, 75.9],
  [105, 35, 59.1],
  [0, 70, 29.1],
  [1, 70, 42.1],
  [7, 70, 60.1],
  [14, 70, 51.3],
  [21, 70, 61.2],
  [105, 70, 42.4],
  [0, 350, 12.4],
  [1, 350, 12.5],
  [7, 350, 14.7],
  [21, 350, 21.9],
  [35, 350, 19.9],
  [70, 350, 20.6],
  [105, 350, 13.3],
]

/** Two sessions on one day lay some four minutes apart. */
export const SAME_DAY = 0.00256
