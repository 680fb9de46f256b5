import type { Exercise } from '../core/exercise.ts'
import { ownLanguages } from '../grader/languages/all-languages.ts'
import type { LabelledSubmission } from './labelled-submission.ts'

const MIN_WRONG = 4
const MIN_ACCEPTED = 2

/** Where labelled submissions are too few to show that the grader tells them apart. */
export function gapsInSubmissions(
  exercise: Exercise,
  submissions: readonly LabelledSubmission[],
): readonly string[] {
  const onShelf = (kind: string) => submissions.filter(({ name }) => name.startsWith(`${kind}/`))
  const gaps: string[] = []
  const accepted = onShelf('accepted')
  const wrong = onShelf('wrong').length
  const leastWrong = exercise.isOwn ? 1 : MIN_WRONG
  if (wrong < leastWrong) gaps.push(`It has ${wrong} wrong submissions, and needs ${leastWrong}.`)
  if (exercise.isOwn && accepted.length === 0) gaps.push('It has no accepted submission.')
  for (const { language, name } of exercise.isOwn ? [] : ownLanguages()) {
    const count = accepted.filter((submission) => submission.language === language).length
    if (count < MIN_ACCEPTED)
      gaps.push(`It has ${count} accepted submissions in ${name}, and needs ${MIN_ACCEPTED}.`)
  }
  if (exercise.budget && onShelf('slow').length === 0) gaps.push('It has a budget and no slow submission.')
  return gaps
}
