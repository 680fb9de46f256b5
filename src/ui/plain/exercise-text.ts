import type { ExerciseRecord } from '../../app/collect-statistics.ts'
import type { Deps } from '../../app/deps.ts'
import type { OpenExercise } from '../../app/open-exercise.ts'
import { type Exercise, LANGUAGES } from '../../core/exercise.ts'
import { type Text, verbatim } from '../../core/locale.ts'
import { shortBudget } from '../exercise/budget-text.ts'
import { exerciseLines } from '../exercise/exercise-view.ts'
import { NO_EXERCISES, narrowLines } from '../exercise-list/exercise-list-view.ts'
import { BLANK, line } from '../text/line.ts'
import { join } from '../words/punctuation.ts'
import { plainAround, plainText, titleLine } from './plain-text.ts'

/** Why, what, how fast and where. */
export function exerciseText(deps: Deps, open: OpenExercise): string {
  const around = plainAround(deps)
  return plainText([titleLine(open.exercise, open.language, around), BLANK, ...exerciseLines(open, around)])
}

/** The most useful first, each with what it may be written in and what it may cost. */
export function listText(deps: Deps, records: readonly ExerciseRecord[]): string {
  const around = plainAround(deps)
  const lines = records.flatMap((record) => [
    ...narrowLines(record, false, around),
    line(`  ${around.say(termsText(record.exercise))}`),
  ])
  return plainText(lines.length > 0 ? lines : [line(around.say(NO_EXERCISES))])
}

function termsText({ budget }: Exercise): Text {
  return join(verbatim(`${LANGUAGES.join(' ')} · `), shortBudget(budget))
}

export function hintText(deps: Deps, hint: Text | undefined): string {
  return plainAround(deps).say(hint ?? NO_MORE_HINTS)
}

const NO_MORE_HINTS: Text = { en: 'There are no more hints.', zh: '没有更多提示了。' }
