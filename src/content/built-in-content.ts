import { join } from 'node:path'
import type { Deck } from '../core/card.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import type { ShelvedDeck } from './content.ts'
import { encodeContent, type FiledDeck, openContent } from './content-file.ts'

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
type Details = Pick<Exercise, 'signature' | 'input' | 'hints' | 'answers'>
type FiledExercise = Omit<Exercise, keyof Details>

/** Undefined where nothing was built. */
export function openBuiltIn(folder: string): BuiltInContent | undefined {
  const file = openContent<BuiltHead>(join(folder, BUILT_IN_FILE))
  if (file === undefined) return undefined
  const { decks, exercises, program } = file.head
  const detailsOf = (at: number) => (file.aside() as readonly Details[])[at] as Details
  return {
    decks: decks.map(file.shelve),
    exercises: exercises.map((exercise, at) => withDetails(exercise, () => detailsOf(at))),
    faults: [],
    program,
  }
}

/** They are read when the first of them is asked for. */
function withDetails(exercise: FiledExercise, details: () => Details): Exercise {
  return {
    ...exercise,
    get signature() {
      return details().signature
    },
    get input() {
      return details().input
    },
    get hints() {
      return details().hints
    },
    get answers() {
      return details().answers
    },
  }
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
