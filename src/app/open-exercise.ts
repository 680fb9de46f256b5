import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Reason, rankExercises } from '../core/assign-exercise.ts'
import { studyDayOf } from '../core/day.ts'
import type { Exercise, Language } from '../core/exercise.ts'
import { type ExerciseState, hintsInRound } from '../core/exercise-state.ts'
import type { CardId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { renamed, type Signature } from '../core/signature.ts'
import { createNameSpeller } from '../core/spell-names.ts'
import { allLanguages, supportFor } from '../grader/languages/all-languages.ts'
import type { LanguageSupport } from '../grader/protocol/language.ts'
import { type Deps, schedulersIn, settingsIn } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { markBegun } from './file-begun.ts'
import { findExercise } from './find-exercise.ts'
import { isOfEarlierRound } from './find-practice.ts'
import { isStarter, isWorkedOn } from './is-starter.ts'
import { keepCompanions } from './keep-companions.ts'
import { languageFor } from './language-for.ts'
import { rememberOpened } from './last-opened.ts'
import { wholeStatement } from './whole-statement.ts'
import { readSource, type Submission, setAside, submissionPath, writeInWorkspace } from './workspace.ts'
import { writeBelow } from './write-workspace.ts'

/** An exercise as it is handed out: what to read, and the file to write in. */
export interface OpenExercise {
  readonly exercise: Exercise
  readonly reason: Reason
  /** The cards it needs that are not yet stable. */
  readonly missing: readonly CardId[]
  readonly state: ExerciseState
  readonly language: Language
  /** In the language's spelling. */
  readonly signature: Signature
  readonly statement: Text
  readonly path: string
  /** Whether the starter was written now; else the learner's file was there and was left alone. */
  readonly created: boolean
  /** Whether there is code of the learner's in it. */
  readonly isBegun: boolean
  /** Where the file of the round before was put, if it was now. */
  readonly earlier: string | undefined
  /** The hints seen in this round. */
  readonly hints: readonly Text[]
}

export interface OpenOptions {
  /** Undefined: the most useful one now. */
  readonly id: string | undefined
  /** Undefined: the one last worked in, else the setting. */
  readonly language: Language | undefined
  /** A starter in PyTorch. */
  readonly torch?: boolean | undefined
}

/** @throws Problem when the id is unknown, or none was asked for and none is open, due or new */
export function openExercise(deps: Deps, options: OpenOptions): OpenExercise {
  const exercise = options.id === undefined ? today(deps) : findExercise(deps, options.id)
  const language =
    options.language ?? (options.torch ? withTorch() : undefined) ?? languageFor(deps, exercise)
  const state = deps.store.exercise(exercise.id)
  const path = submissionPath(deps, exercise.id, language)
  const provided = writeBelow(dirname(path), () => {
    const starter = provideStarter(deps, { exercise, language, path }, options.torch ?? false)
    keepCompanions(deps, { exercise, language, path })
    return starter
  })
  rememberOpened(deps, exercise, language)
  const { spell } = supportFor(language)
  const { inProse } = createNameSpeller(exercise.signature, spell)
  return {
    exercise,
    ...reasonOf(deps, exercise),
    state,
    language,
    signature: renamed(exercise.signature, spell),
    statement: inProse(wholeStatement(deps.folders, exercise)),
    path,
    ...provided,
    isBegun: isWorkedOn({ exercise, language, path }),
    hints: exercise.hints.slice(0, hintsInRound(state, deps.now())).map(inProse),
  }
}

function today(deps: Deps): Exercise {
  const assignment = exerciseOfToday(deps, deps.now())
  if (assignment) return assignment.exercise
  throw new Problem(
    { en: 'No exercise is due today.', zh: '今天没有到期的练习。' },
    {
      remedy: {
        en: 'Name one of `anneal exercise --list` to practise ahead.',
        zh: '想提前练习，请指定 `anneal exercise --list` 中的一个。',
      },
    },
  )
}

function reasonOf(deps: Deps, exercise: Exercise): Pick<OpenExercise, 'reason' | 'missing'> {
  const [assignment] = rankExercises({
    exercises: [exercise],
    states: deps.store.exercises(),
    stateOfCard: deps.store.card,
    now: deps.now(),
    scheduler: schedulersIn(deps).exercises,
  })
  return assignment ?? { reason: { kind: 'unlocked' }, missing: [] }
}

function provideStarter(
  deps: Deps,
  submission: Submission,
  inTorch: boolean,
): Pick<OpenExercise, 'created' | 'earlier'> {
  const { exercise, path } = submission
  const starter = starterOf(submission, inTorch)
  const earlier = isOfEarlierRound(deps, submission)
    ? setAside(path, studyDayOf({ ...deps.now(), at: statSync(path).mtimeMs }))
    : undefined
  // Whoever asks for the other one has not begun.
  const isBegun = existsSync(path) && !(inTorch && isStarter(submission, readSource(path)))
  if (isBegun) return { created: false, earlier }
  writeInWorkspace(path, starter(exercise, settingsIn(deps).locale))
  markBegun(path, deps.store.exercise(exercise.id).memory)
  return { created: true, earlier }
}

function withTorch(): Language | undefined {
  return allLanguages().find(({ torchStarter }) => torchStarter !== undefined)?.language
}

/** @throws Problem where the language has no PyTorch */
function starterOf({ language }: Submission, inTorch: boolean): LanguageSupport['starter'] {
  const { name, starter, torchStarter } = supportFor(language)
  if (!inTorch) return starter
  if (torchStarter !== undefined) return torchStarter
  const write = `--torch --lang ${withTorch()}`
  throw new Problem(
    { en: `${name} has no PyTorch.`, zh: `${name} 不能使用 PyTorch。` },
    { remedy: { en: `Write ${write}.`, zh: `请写成 ${write}。` } },
  )
}
