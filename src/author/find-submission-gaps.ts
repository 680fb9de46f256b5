import type { Exercise } from '../core/exercise.ts'
import type { AnyGrader } from '../grader/cases/load-grader.ts'
import { EARLIER_CALLS } from '../grader/judge/depends-on-earlier.ts'
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

/** The judge's own, and what stands for more that cannot be told. */
const WITHOUT_RULES = [EARLIER_CALLS.id, '?']

/** Labels that name a mistake which `rules.ts` does not have: no verdict can be as they say. */
export function gapsInLabels(
  { rules }: AnyGrader,
  submissions: readonly LabelledSubmission[],
): readonly string[] {
  const known = [
    ...WITHOUT_RULES,
    ...[rules?.choices, rules?.profiles].flatMap((some = []) => some.map(({ id }) => id)),
  ]
  return submissions.flatMap(({ name, label }) => {
    const named = label.kind === 'wrong-answer' ? (label.diagnosis?.split('+') ?? []) : []
    return named
      .filter((id) => !known.includes(id))
      .map((id) => `The label of ${name} names ${id}, and rules.ts has no such mistake.`)
  })
}
