import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Exercise } from '../core/exercise.ts'
import type { Locale } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { createRandom, type Random } from '../core/random.ts'
import { authorFaultOf } from '../grader/cases/author-fault.ts'
import type { Case } from '../grader/cases/case.ts'
import { loadFixtures } from '../grader/cases/fixtures.ts'
import { type AnyGrader, answerOf, drawInputs } from '../grader/cases/load-grader.ts'
import type { Prepared } from '../grader/cases/prepare-exercise.ts'
import type { Judge } from '../grader/grade-submission.ts'
import { compare } from '../grader/judge/compare.ts'
import { languageOf, ownLanguages } from '../grader/languages/all-languages.ts'
import { gapsInExamples } from './find-example-gaps.ts'
import { gapsInRanges } from './find-range-gaps.ts'
import { gapsInRelations } from './find-relation-gaps.ts'
import { gapsInRules } from './find-rule-gaps.ts'
import { findTodos } from './find-todos.ts'
import { detailOf, type LabelledSubmission } from './labelled-submission.ts'
import { sharedParts } from './shared-part.ts'
import { writtenLocales } from './written-locales.ts'

export interface GapSearch {
  readonly exercise: Exercise
  /** Each has other random cases: references must agree wherever the statement allows it. */
  readonly judges: readonly Judge[]
  readonly prepared: Prepared
  readonly graderRoot: string
  readonly seed: string
  readonly submissions: readonly LabelledSubmission[]
  /** The exercise's under graders/. */
  readonly folder: string
  /** The one under exercises/, which holds the statements. */
  readonly learnerFolder: string | undefined
  readonly hasCard?: ((id: string) => boolean) | undefined
}

const MIN_WRONG = 4
const MIN_ACCEPTED = 2

/** What an exercise lacks to be finished, one sentence each. */
export async function findGaps(search: GapSearch): Promise<readonly string[]> {
  const {
    exercise,
    folder,
    learnerFolder,
    prepared: { grader },
  } = search
  const folders = learnerFolder === undefined ? [folder] : [learnerFolder, folder]
  const gaps = [...findTodos(folders), ...gapsInSubmissions(search), ...gapsInLinks(search)]
  const cases = casesOf(search)
  // Without a truth the others cannot be asked for.
  if (typeof cases === 'string') return [...gaps, ...missingParts(search), cases]
  return [
    ...gaps,
    ...missingParts(search),
    ...gapsInSolution(search),
    ...gapsInFixtures(search),
    ...(learnerFolder === undefined ? [] : gapsInExamples(exercise, grader, learnerFolder)),
    ...gapsInRules(exercise, search.prepared, cases),
    ...gapsInBudget(search),
    ...gapsInRanges({ exercise, grader, cases, measured: measuredInputs(search) }),
    ...gapsInRelations(grader, exercise, search.seed),
    ...(await gapsInReferences(search)),
  ]
}

/** Why there are none, where the author's own code throws. */
function casesOf({ prepared }: GapSearch): readonly Case[] | string {
  try {
    return prepared.cases()
  } catch (error) {
    if (error instanceof Problem) throw error
    return `No case can be prepared: ${authorFaultOf(error)?.en ?? `grader.ts throws: ${error instanceof Error ? error.message : String(error)}.`}`
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

function gapsInLinks({ prepared: { grader }, exercise, hasCard }: GapSearch): readonly string[] {
  if (hasCard === undefined) return []
  const { fast, lean } = grader.performance ?? {}
  const linked = [
    ...exercise.prerequisites,
    ...(grader.rules?.choices ?? []).flatMap(({ mistake }) => mistake?.cards ?? []),
    ...[fast, lean].flatMap((told) => told?.cards ?? []),
  ]
  return [...new Set(linked)]
    .filter((card) => !hasCard(card))
    .map((card) => `It names the card ${card}, and there is none.`)
}

const SOLUTION_PARTS: { readonly [L in Locale]: readonly string[] } = {
  en: ['**Why it is right**', '**What it costs**', '**The trap**', 'Sources: '],
  zh: ['**为什么正确**', '**代价**', '**陷阱**', '来源：'],
}

/** What is told after the verdict. */
function gapsInSolution({ folder, exercise }: GapSearch): readonly string[] {
  const nameIn = (locale: Locale) => `solution.${locale}.md`
  return writtenLocales(exercise, folder, nameIn).flatMap((locale) => {
    const name = nameIn(locale)
    const path = join(folder, name)
    if (!existsSync(path)) return [`It has no ${name}.`]
    const text = readFileSync(path, 'utf8')
    return SOLUTION_PARTS[locale]
      .filter((part) => !text.includes(part))
      .map((part) => `${name} does not say "${part.replaceAll('*', '')}".`)
  })
}

function gapsInSubmissions({ submissions, exercise }: GapSearch): readonly string[] {
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

/** The reference of the parent must say what the truth library said. */
function gapsInFixtures({ exercise, prepared: { grader }, graderRoot }: GapSearch): readonly string[] {
  return loadFixtures(join(graderRoot, exercise.id, 'fixtures')).flatMap(({ cases, truth }) => {
    if (typeof truth !== 'string' || truth === '') return ['A fixture file does not name its truth library.']
    return cases.flatMap(({ name, args, expected }) => {
      const named = exercise.signature.params.map((param, at) => ({ name: param.name, value: args[at] ?? 0 }))
      const mismatch = compare(expected, answerOf(exercise, grader.reference, named), grader.comparison)
      return mismatch ? [`reference.ts disagrees with ${truth} on "${name.en}": ${mismatch.summary.en}.`] : []
    })
  })
}

function gapsInBudget({ exercise, prepared: { grader }, seed }: GapSearch): readonly string[] {
  const { budget } = exercise
  const gaps: string[] = []
  if (budget && budget.growth.length > 0 && budget.ratio === undefined)
    gaps.push(
      'A growth budget alone can be kept by wasting time on small inputs: it needs a ratio budget too.',
    )
  if (budget?.ratio !== undefined && !grader.performance?.ratio) gaps.push('The ratio budget has no inputs.')
  for (const { label } of budget?.growth ?? []) {
    if (!grader.performance?.growth?.[label]) gaps.push(`The growth budget "${label}" has no inputs.`)
  }
  for (const { label } of budget?.memory ?? []) {
    if (!grader.performance?.memory?.[label]) gaps.push(`The memory budget "${label}" has no inputs.`)
  }
  if (budget && !grader.performance?.fast) gaps.push('It does not say what would be fast.')
  if (budget && budget.memory.length > 0 && !grader.performance?.lean)
    gaps.push('It does not say what would be lean.')
  for (const kind of ['growth', 'memory'] as const) {
    for (const [label, { causes }] of Object.entries(grader.performance?.[kind] ?? {})) {
      if (!causes?.length) gaps.push(`The ${kind} budget "${label}" does not say what makes it grow.`)
    }
  }
  return [...gaps, ...gapsInFreshness({ exercise, grader, seed })]
}

/** Whoever knows an input of a measurement, or has met a part of it before, may look its answer up. */
function gapsInFreshness({ exercise, grader, seed }: FreshnessSearch): readonly string[] {
  return Object.entries(budgetDraws(grader)).flatMap(([label, draw]) => {
    const inputs = (at: string) => drawInputs(exercise, draw, createRandom(at))
    const [one, next, elsewhere] = [inputs(`${seed}/1`), inputs(`${seed}/2`), inputs(`other than ${seed}/1`)]
    const others = [next, elsewhere]
    if (others.some((other) => isDeepStrictEqual(one, other)))
      return [`The inputs of ${label} are all the same.`]
    const shared = new Set(others.flatMap((other) => sharedParts(one, other)))
    return [...shared].map(
      (at) => `Two inputs of ${label} have a part of ${exercise.signature.params[at]?.name} in common.`,
    )
  })
}

interface FreshnessSearch {
  readonly exercise: Exercise
  readonly grader: AnyGrader
  readonly seed: string
}

/** One of each that a budget is measured on. */
function measuredInputs({ exercise, prepared: { grader }, seed }: GapSearch) {
  return Object.entries(budgetDraws(grader)).map(
    ([label, draw]) => [label, drawInputs(exercise, draw, createRandom(`${seed}/1`))] as const,
  )
}

function budgetDraws({ performance }: AnyGrader): {
  readonly [label: string]: (random: Random) => readonly unknown[]
} {
  const sized = Object.entries({ ...performance?.growth, ...performance?.memory }).flatMap(
    ([label, { small, large }]) => [
      [`"${label}" (small)`, small],
      [`"${label}" (large)`, large],
    ],
  )
  const { ratio } = performance ?? {}
  return Object.fromEntries([...(ratio ? [['the ratio budget', ratio]] : []), ...sized])
}

/** Each language's reference is put to the cases like a submission: fixtures are among them. */
async function gapsInReferences(search: GapSearch): Promise<readonly string[]> {
  const { exercise, graderRoot, judges } = search
  const gaps: string[] = []
  for (const support of ownLanguages()) {
    const path = join(graderRoot, exercise.id, support.referenceFile)
    if (!existsSync(path)) {
      if (exercise.budget?.ratio !== undefined)
        gaps.push(`It has a ratio budget and no ${support.referenceFile}.`)
      continue
    }
    const submission = {
      exercise: { ...exercise, budget: undefined },
      language: languageOf(support.referenceFile) ?? support.language,
      source: readFileSync(path, 'utf8'),
      fileName: support.referenceFile,
    }
    try {
      for (const judge of judges) {
        const { verdict } = await judge.grade(submission)
        if (verdict.kind === 'accepted') continue
        gaps.push(`${support.referenceFile} is ${verdict.kind}${detailOf(verdict)}.`)
        break
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      gaps.push(`${support.referenceFile} could not be judged: ${error.message}`)
    }
  }
  return gaps
}
