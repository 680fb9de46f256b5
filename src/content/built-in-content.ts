import { join } from 'node:path'
import type { Deck } from '../core/card.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import type { ExerciseId } from '../core/ids.ts'
import type { ShelvedDeck } from './content.ts'
import { encodeContent, type FiledDeck, openContent } from './content-file.ts'
import { once } from './once.ts'

/** What the program brings along. */
export interface BuiltInContent {
  readonly decks: readonly ShelvedDeck[]
  readonly exercises: readonly Exercise[]
  readonly faults: readonly Fault[]
  /** Names the build: another one may parse otherwise. Undefined where nothing was built. */
  readonly program: string | undefined
}

/** Below the folder of the build. */
export const BUILT_IN_FILE = 'content'

interface BuiltHead {
  readonly program: string
  readonly decks: readonly FiledDeck[]
  readonly exercises: readonly FiledExercise[]
}

/** What a day's choice among all exercises need not know: three quarters of their JSON. */
const DETAILS = ['signature', 'input', 'hints', 'answers'] as const
type Details = Pick<Exercise, (typeof DETAILS)[number]>
type FiledExercise = Omit<Exercise, keyof Details>

/** Undefined where nothing was built. */
export function openBuiltIn(folder: string): BuiltInContent | undefined {
  const file = openContent<BuiltHead>(join(folder, BUILT_IN_FILE))
  if (file === undefined) return undefined
  const { decks, exercises, program } = file.head
  const details = once(() => detailsById(exercises, file.aside() as readonly Details[]))
  return {
    decks: decks.map(file.shelve),
    exercises: exercises.map(withDetails((id) => details().get(id) as Details)),
    faults: [],
    program,
  }
}

function detailsById(exercises: readonly FiledExercise[], details: readonly Details[]) {
  return new Map(exercises.map(({ id }, at) => [id, details[at] as Details]))
}

/** They are read when the first of them is asked for. All exercises share what reads them. */
function withDetails(detailsOf: (id: ExerciseId) => Details): (exercise: FiledExercise) => Exercise {
  const reading = Object.fromEntries(
    DETAILS.map((name) => [
      name,
      {
        enumerable: true,
        get(this: FiledExercise) {
          return detailsOf(this.id)[name]
        },
      },
    ]),
  )
  return (exercise) => Object.defineProperties(exercise, reading) as Exercise
}

/** What the build writes. */
export function encodeBuiltIn(
  decks: readonly Deck[],
  exercises: readonly Exercise[],
  program: string,
): Buffer {
  const details = exercises.map(
    ({ signature, input, hints, answers }): Details => ({ signature, input, hints, answers }),
  )
  const filed = exercises.map(({ signature, input, hints, answers, ...rest }): FiledExercise => rest)
  return encodeContent(
    decks,
    decks,
    (filedDecks): BuiltHead => ({ program, decks: filedDecks, exercises: filed }),
    details,
  )
}
