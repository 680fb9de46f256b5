import { expect, test } from 'vitest'
import { languageOf, ownLanguages, supportFor } from '../../src/grader/languages/all-languages.ts'
import { drawnExercises, drawOneOfEach } from '../drawn-by-commit.ts'
import { shippedExercises } from '../shipped-exercises.ts'
import { expectLabels } from './expect-labels.ts'
import { openJudging } from './open-judging.ts'

/** Of an exercise that the commit draws the submissions in one language are judged by budgets too, which a wrong answer does not come to. */
const { measured } = drawnExercises()
const MEASURED_IN = drawOneOfEach(
  ownLanguages(),
  () => 'any',
  ({ language }) => language,
).map(({ language }) => language)
const EXERCISES = shippedExercises().filter(({ id }) => measured.includes(id))
const judging = openJudging(measured)

test('there is an exercise', () => {
  expect(EXERCISES.length).toBeGreaterThan(0)
})

test.concurrent.each(EXERCISES)('$id: budgets are kept and broken as labels say', (exercise) =>
  expectLabels(exercise, judging, { isDrawn: isMeasured }),
)

function isMeasured(label: string): boolean {
  const language = languageOf(label)
  if (language === undefined || label.startsWith('wrong/')) return false
  return MEASURED_IN.includes(supportFor(language).variantOf ?? language)
}
