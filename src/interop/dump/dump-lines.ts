import type { Card, DeckTitle } from '../../core/card.ts'
import type { CardState } from '../../core/card-state.ts'
import { spellHidden } from '../../core/clean-text.ts'
import type { ExerciseState } from '../../core/exercise-state.ts'
import type { ExerciseId } from '../../core/ids.ts'
import type { LogEntry } from '../../core/log-entry.ts'
import { jsonEscape } from '../../core/spell-character.ts'

/** Of the form that docs/json.md describes. A field is never removed or given another meaning without a new number. */
export const DUMP_VERSION = 1
export const DUMP_FORMAT = 'anneal-dump'

/**
 * All that a home holds. Cards and states are there for other programs to read; files and log are what they
 * follow from.
 */
export interface Dump {
  readonly at: string
  readonly decks: Iterable<DumpedDeck>
  readonly cards: Iterable<DumpedCard>
  readonly exercises: Iterable<readonly [ExerciseId, ExerciseState]>
  readonly settings: ReadonlyMap<string, string>
  readonly files: Iterable<DumpedFile>
  readonly log: Iterable<LogEntry>
}

export interface DumpedDeck extends Omit<DeckTitle, 'path'> {
  readonly isOwn: boolean
}

export type DumpedCard = Omit<Card, 'line'> & { readonly state: CardState | null }

/** A file of the learner's own deck folder, by its path there with slashes. */
export type DumpedFile = { readonly path: string } & ({ readonly text: string } | { readonly base64: string })

/** One JSON object, an element of its lists to a line: it can be read line by line, however long it is. */
export function* dumpLines(dump: Dump): Generator<string> {
  yield `{"format":"${DUMP_FORMAT}","version":${DUMP_VERSION},"at":${json(dump.at)},\n`
  yield `"settings":${json(Object.fromEntries(dump.settings))},\n`
  yield* list('decks', dump.decks)
  yield* list('cards', dump.cards)
  yield* list('exercises', exercisesIn(dump))
  yield* list('files', dump.files)
  yield* list('log', dump.log, '}\n')
}

function* exercisesIn({ exercises }: Dump): Generator<object> {
  for (const [exercise, state] of exercises) yield { exercise, state }
}

function* list(name: string, elements: Iterable<unknown>, end = ',\n'): Generator<string> {
  yield `"${name}":[`
  let before = '\n'
  for (const element of elements) {
    yield before + json(element)
    before = ',\n'
  }
  yield `\n]${end}`
}

/** What a terminal obeys is spelled: a dump may be looked at. */
function json(value: unknown): string {
  return spellHidden(JSON.stringify(value), jsonEscape)
}
