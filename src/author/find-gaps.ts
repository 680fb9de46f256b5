import { join } from 'node:path'
import { messageOf } from '../core/error-message.ts'
import type { Exercise } from '../core/exercise.ts'
import { count } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { authorFaultOf } from '../grader/cases/author-fault.ts'
import type { Case } from '../grader/cases/case.ts'
import { loadFixtures } from '../grader/cases/fixtures.ts'
import type { Prepared } from '../grader/cases/prepare-exercise.ts'
import { gapsInBudget, measuredInputs } from './find-budget-gaps.ts'
import { gapsInExamples } from './find-example-gaps.ts'
import { gapsInRanges } from './find-range-gaps.ts'
import { gapsInFixtures, gapsInReferences, type ReferenceSearch } from './find-reference-gaps.ts'
import { gapsInRelations } from './find-relation-gaps.ts'
import { gapsInRules } from './find-rule-gaps.ts'
import { gapsInLabels, gapsInSubmissions } from './find-submission-gaps.ts'
import { gapsInTexts, gapsInWords } from './find-text-gaps.ts'
import { findTodos } from './find-todos.ts'
import type { LabelledSubmission } from './labelled-submission.ts'

export interface GapSearch {
  readonly exercise: Exercise
  readonly judges: ReferenceSearch['judges']
  readonly prepared: Prepared
  readonly graderRoot: string
  readonly seed: string
  readonly submissions: readonly LabelledSubmission[]
  /** The exercise's under graders/. */
  readonly folder: string
  /** The one under exercises/, which holds the statements. */
  readonly learnerFolder: string | undefined
  readonly linkable?: LinkableNames | undefined
}

export interface LinkableNames {
  readonly hasCard: (id: string) => boolean
  readonly hasDeck: (name: string) => boolean
}

/** What an exercise lacks to be finished, one sentence each. */
export async function findGaps(search: GapSearch): Promise<readonly string[]> {
  const { exercise, judges, prepared, graderRoot, seed, submissions, folder, learnerFolder } = search
  const { grader } = prepared
  const folders = learnerFolder === undefined ? [folder] : [learnerFolder, folder]
  const gaps = [
    ...findTodos(folders),
    ...gapsInSubmissions(exercise, submissions),
    ...gapsInLabels(grader, submissions),
    ...gapsInLinks(search),
    ...missingParts(search),
    ...(exercise.isOwn ? [] : gapsInGuidance(exercise)),
  ]
  const cases = casesOf(prepared)
  // Without a truth the others cannot be asked for.
  if (typeof cases === 'string') return [...gaps, cases]
  return [
    ...gaps,
    ...gapsInTexts(exercise, folder, learnerFolder),
    ...gapsInWords(grader),
    ...gapsInFixtures({ exercise, grader, graderRoot }),
    ...(learnerFolder === undefined ? [] : gapsInExamples(exercise, grader, learnerFolder)),
    ...gapsInRules(exercise, prepared, cases),
    ...gapsInBudget({ exercise, grader, seed }),
    ...gapsInRanges({ exercise, grader, cases, measured: measuredInputs({ exercise, grader, seed }) }),
    ...gapsInRelations(grader, exercise, seed),
    ...(await gapsInReferences({ exercise, judges, graderRoot })),
  ]
}

/** Why there are none, where the author's own code throws. */
export function casesOf(prepared: Prepared): readonly Case[] | string {
  try {
    return prepared.cases()
  } catch (error) {
    if (error instanceof Problem) throw error
    return `No case can be prepared: ${authorFaultOf(error)?.en ?? `grader.ts throws: ${messageOf(error)}.`}`
  }
}

function missingParts({ prepared: { grader }, graderRoot, exercise }: GapSearch): readonly string[] {
  const fixtures = loadFixtures(join(graderRoot, exercise.id, 'fixtures')).flatMap(({ cases }) => cases)
  return [
    ...(grader.cases.length === 0 ? ['It has no hand-made cases.'] : []),
    ...(fixtures.length === 0 && !exercise.isOwn ? ['It has no fixtures from a truth library.'] : []),
    ...(grader.rules?.choices.length ? [] : ['It has no rules: no mistake can be named.']),
  ]
}

const HINTS = 3
const MIN_PREREQUISITES = 2

/** What an exercise that comes along gives to those who are stuck. */
function gapsInGuidance({ hints, prerequisites }: Exercise): readonly string[] {
  return [
    ...(hints.length === HINTS ? [] : [`It has ${count(hints.length, 'hint')}, and needs ${HINTS}.`]),
    ...(prerequisites.length >= MIN_PREREQUISITES
      ? []
      : [
          `It has ${count(prerequisites.length, 'prerequisite')}, and needs ${MIN_PREREQUISITES}: cards to know first.`,
        ]),
  ]
}

function gapsInLinks({ prepared: { grader }, exercise, linkable }: GapSearch): readonly string[] {
  if (linkable === undefined) return []
  const { fast, lean } = grader.performance ?? {}
  const linked = [
    ...exercise.prerequisites,
    ...(grader.rules?.choices ?? []).flatMap(({ mistake }) => mistake?.cards ?? []),
    ...[fast, lean].flatMap((told) => told?.cards ?? []),
  ]
  const noCards = [...new Set(linked)].filter((card) => !linkable.hasCard(card))
  return [
    ...(linkable.hasDeck(exercise.topic)
      ? []
      : [`Its topic ${exercise.topic} is no deck: no plan that names topics would ask for it.`]),
    ...noCards.map((card) => `It names the card ${card}, and there is none.`),
  ]
}
