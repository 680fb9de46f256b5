import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../core/exercise.ts'
import { Problem } from '../core/problem.ts'
import { loadFixtures } from '../grader/cases/fixtures.ts'
import { type AnyGrader, answerOf } from '../grader/cases/load-grader.ts'
import type { Judge } from '../grader/grade-submission.ts'
import { compare } from '../grader/judge/compare.ts'
import { languageOf, ownLanguages } from '../grader/languages/all-languages.ts'
import type { LanguageSupport } from '../grader/protocol/language.ts'
import { detailOf } from './labelled-submission.ts'

export interface ReferenceSearch {
  readonly exercise: Exercise
  readonly grader: AnyGrader
  /** Each has other random cases: references must agree wherever the statement allows it. */
  readonly judges: readonly Judge[]
  readonly graderRoot: string
}

/** The reference of the parent must say what the truth library said. */
export function gapsInFixtures({
  exercise,
  grader,
  graderRoot,
}: Omit<ReferenceSearch, 'judges'>): readonly string[] {
  return loadFixtures(join(graderRoot, exercise.id, 'fixtures')).flatMap(({ cases, truth }) => {
    if (typeof truth !== 'string' || truth === '') return ['A fixture file does not name its truth library.']
    return cases.flatMap(({ name, args, expected }) => {
      const named = exercise.signature.params.map((param, at) => ({ name: param.name, value: args[at] ?? 0 }))
      const mismatch = compare(expected, answerOf(exercise, grader.reference, named), grader.comparison)
      return mismatch ? [`reference.ts disagrees with ${truth} on "${name.en}": ${mismatch.summary.en}.`] : []
    })
  })
}

/** Each language's reference is put to the cases like a submission: fixtures are among them. */
export async function gapsInReferences({
  exercise,
  judges,
  graderRoot,
}: Omit<ReferenceSearch, 'grader'>): Promise<readonly string[]> {
  const gaps = [...(await gapsInShown({ exercise, judges, graderRoot }))]
  for (const support of ownLanguages()) {
    const path = join(graderRoot, exercise.id, support.referenceFile)
    if (!existsSync(path)) {
      gaps.push(...absentReference(exercise, support))
      continue
    }
    const submission = {
      exercise: { ...exercise, budget: undefined },
      language: languageOf(support.referenceFile) ?? support.language,
      source: readFileSync(path, 'utf8'),
      fileName: support.referenceFile,
    }
    gaps.push(...(await gapsIn(submission, judges)))
  }
  return gaps
}

/** It is a yardstick, and the code of the solution: of an own exercise nobody but its author is owed that. */
function absentReference(
  { budget, isOwn }: Exercise,
  { name, referenceFile }: LanguageSupport,
): readonly string[] {
  if (budget?.ratio !== undefined) return [`It has a ratio budget and no ${referenceFile}.`]
  return isOwn ? [] : [`It has no ${referenceFile}: the solution in ${name} would be shown without code.`]
}

/** Where a solution is shown otherwise than it is written, whoever copies it has a right one all the same. */
async function gapsInShown({
  exercise,
  judges,
  graderRoot,
}: Omit<ReferenceSearch, 'grader'>): Promise<readonly string[]> {
  const gaps = ownLanguages().map(async ({ language, shownReference, showReference }) => {
    const path = join(graderRoot, exercise.id, shownReference)
    if (showReference === undefined || !existsSync(path)) return []
    const source = showReference(readFileSync(path, 'utf8'))
    const [kit] = /(?<=^import\b[^;]*?\bfrom ['"])(?:#kit|anneal\/kit)(?=['"])/m.exec(source) ?? []
    if (kit !== undefined)
      return [
        `${shownReference} is shown for a solution, and a learner has no ${kit}: import nothing from there but \`type { Nd }\`.`,
      ]
    const submission = {
      exercise: { ...exercise, budget: undefined },
      language,
      source,
      fileName: shownReference,
    }
    const found = await gapsIn(submission, judges.slice(0, 1))
    return found.map((gap) => `As it is shown for a solution, ${gap}`)
  })
  return (await Promise.all(gaps)).flat()
}

async function gapsIn(
  submission: Parameters<Judge['grade']>[0],
  judges: readonly Judge[],
): Promise<readonly string[]> {
  const { fileName } = submission
  try {
    for (const judge of judges) {
      const { verdict } = await judge.grade(submission)
      if (verdict.kind !== 'accepted') return [`${fileName} is ${verdict.kind}${detailOf(verdict)}.`]
    }
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [`${fileName} could not be judged: ${error.line.en}`]
  }
}
