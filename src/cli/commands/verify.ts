import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import pLimit from 'p-limit'
import { chosenTools } from '../../app/tool-places.ts'
import { findSubmissions } from '../../author/labelled-submission.ts'
import { type Verification, verifyExercise } from '../../author/verify-exercise.ts'
import { loadContent } from '../../content/load-content.ts'
import type { Exercise } from '../../core/exercise.ts'
import { type Fault, faultLine } from '../../core/fault.ts'
import type { ExerciseId } from '../../core/ids.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import { chooseOf, Problem } from '../../core/problem.ts'
import { sum } from '../../core/sum.ts'
import { type ExerciseSources, sourcesOf } from '../exercise-sources.ts'
import { cloneHere } from '../find-clone.ts'
import { findSettings } from '../find-locale.ts'
import { type Places, placesHere } from '../folders.ts'
import { print } from '../print.ts'
import { showProgress } from '../show-progress.ts'

/**
 * Judges every labelled submission of every exercise, or of those named; with `mutate` every mutant of its
 * reference instead. Exit status 1 when something is not as labelled.
 */
export async function verify(
  ids: readonly string[],
  { mutate }: { readonly mutate?: true } = {},
): Promise<void> {
  const places = placesHere()
  const { builtIn, exercises: ownExercises } = places
  const { exercises, cards, decks, faults } = await loadContent({ builtIn, own: places.decks, ownExercises })
  // A note of several cards is named without their numbers.
  const cardNames = new Set([...cards.keys()].flatMap((card) => [card, card.replace(/#.*/, '')]))
  const deckNames = new Set<string>(decks.map(({ name }) => name))
  const linkable = {
    hasCard: (id: string) => cardNames.has(id),
    hasDeck: (name: string) => deckNames.has(name),
  }
  const wanted: Sourced[] = []
  for (const exercise of chosen(exercises, ids, places, faults))
    wanted.push({ exercise, sources: await sourcesOf(places, exercise) })
  const seed = randomBytes(6).toString('hex')
  const limit = pLimit(availableParallelism())
  if (mutate) return (await import('./mutate.ts')).mutate(wanted, places, limit)
  const tools = chosenTools(findSettings(), places)
  const progress = countedProgress(wanted.map(({ sources }) => join(sources.folder, 'submissions')))
  const unmet = wanted.map(async ({ exercise, sources }) => {
    const verification = await verifyExercise({
      exercise,
      ...sources,
      linkable,
      cacheRoot: places.cache,
      chosen: tools,
      seed,
      limit,
      onJudged: ({ name }) => progress.done(`${exercise.id} ${name}`),
    })
    progress.clear()
    return report(exercise, verification)
  })
  const total = sum(await Promise.all(unmet))
  print(total === 0 ? `All as labelled (seed ${seed}).` : `${total} to be mended (seed ${seed}).`)
  if (total > 0) process.exitCode = 1
}

export interface Sourced {
  readonly exercise: Exercise
  readonly sources: ExerciseSources
}

/** Without ids all that one may write here: the program's in its clone, else one's own. */
function chosen(
  exercises: ReadonlyMap<ExerciseId, Exercise>,
  ids: readonly string[],
  places: Places,
  faults: readonly Fault[],
): readonly Exercise[] {
  const clone = cloneHere(places.builtIn)
  if (ids.length === 0) {
    const all = [...exercises.values()].filter(({ isOwn }) => (isOwn === true) === (clone === undefined))
    if (all.length > 0) return all
    throw new Problem(
      { en: 'You have no exercises of your own.', zh: '你还没有自己的练习。' },
      { remedy: { en: 'Begin one: `anneal new exercise ID`.', zh: '新建一道：`anneal new exercise ID`。' } },
    )
  }
  return [...new Set(ids)].map((id) => {
    const exercise = exercises.get(id as ExerciseId)
    if (exercise) return exercise
    const [fault] = faults.filter(({ path }) => dirname(path) === join(places.exercises, id))
    if (fault) throw new Problem(faultLine(fault), { remedy: MEND })
    if (clone !== undefined && existsSync(join(clone, 'exercises', id))) {
      throw new Problem(
        { en: `The exercise "${id}" is not in the build.`, zh: `构建结果中没有练习“${id}”。` },
        {
          remedy: {
            en: 'Run `npm run build`: it names what is wrong in its exercise.yaml, if something is.',
            zh: '请运行 `npm run build`：exercise.yaml 若有错，它会指出。',
          },
        },
      )
    }
    throw new Problem(
      { en: `There is no exercise "${id}".`, zh: `没有 id 为“${id}”的练习。` },
      { remedy: chooseOf([...exercises.keys()]) },
    )
  })
}

const MEND: Text = {
  en: 'Mend it, then try again; `anneal lint` names all that is wrong.',
  zh: '请改正后重试；`anneal lint` 会列出全部问题。',
}

/** `12 of 87: adam wrong/folded.ts`, on a terminal. */
function countedProgress(folders: readonly string[]) {
  const total = sum(folders.map((folder) => findSubmissions(folder).length))
  const { tell, clear } = showProgress('en')
  let judged = 0
  return { done: (name: string) => tell(verbatim(`${++judged} of ${total}: ${name}`)), clear }
}

/** Prints what is not as it should be, and returns how much that is. */
function report({ id }: Exercise, { judged, gaps, tooNear, waiting }: Verification): number {
  const wrong = judged.filter((one) => one.unmet !== undefined)
  print(
    waiting > 0
      ? `${id}: ${count(waiting, 'submission')} not judged, for nothing can be before this is mended`
      : `${id}: ${judged.length - wrong.length} of ${judged.length} submissions as labelled`,
  )
  for (const one of wrong) print(`  ${one.name}: ${one.unmet}`)
  for (const gap of gaps) print(`  lacks: ${gap}`)
  for (const one of tooNear) print(`  ${one}`)
  return wrong.length + gaps.length + tooNear.length
}
