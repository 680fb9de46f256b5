import { existsSync } from 'node:fs'
import { isDeckName } from '../../content/deck-paths.ts'
import type { ExerciseId } from '../../core/ids.ts'
import type { Text } from '../../core/locale.ts'
import { exerciseOfPath } from '../../interop/hub/release-paths.ts'
import type { Deps } from '../deps.ts'
import { placeOf, type Trees } from '../sync/travelling-files.ts'
import type { PlannedFile } from './plan-pull.ts'
import { cardsIn } from './removed-cards.ts'

/** Exercises that go by an id which the program, or the learner, gave to another. */
export function clashingExercises(
  { content, folders }: Pick<Deps, 'content' | 'folders'>,
  files: readonly PlannedFile[],
): ReadonlyMap<string, Text> {
  const clashes = new Map<string, Text>()
  for (const [id, itsFiles] of Map.groupBy(files, ({ path }) => exerciseOfPath(path))) {
    if (id === undefined) continue
    const known = content.exercises.get(id as ExerciseId)
    if (known !== undefined && !known.isOwn) clashes.set(id, BUILT_IN)
    else if (isOwnExercise(folders, id, itsFiles)) clashes.set(id, OWN)
  }
  return clashes
}

/** What makes it one lies there, and is not the course's. */
function isOwnExercise(folders: Trees, id: string, files: readonly PlannedFile[]): boolean {
  const place = `exercises/${id}/exercise.yaml`
  const isKnown = files.some((file) => file.place === place && file.isKnown)
  return !isKnown && existsSync(placeOf(folders, place))
}

/** Why a deck is not taken: a card of it is the program's, or the learner's own. */
export function deckClash(
  { content, folders }: Pick<Deps, 'content' | 'folders'>,
  { place }: PlannedFile,
  bytes: Uint8Array,
  ofCourse: readonly PlannedFile[],
): Text | undefined {
  const own = new Set(ofCourse.map((file) => placeOf(folders, file.place)))
  for (const id of isDeckName(place) ? cardsIn(place, bytes) : []) {
    const deck = content.cards.deckOf(id)
    if (deck !== undefined && !own.has(deck.path)) return cardTaken(id, deck.path)
  }
  return undefined
}

const BUILT_IN: Text = {
  en: 'an exercise of that id comes with Anneal; it is not taken',
  zh: 'Anneal 自带同 id 的练习，未接收',
}
const OWN: Text = {
  en: 'you have an exercise of your own with that id; it is not taken. Rename yours, then sync again',
  zh: '你自己已有同 id 的练习，未接收；请给自己的练习改名后再同步',
}

function cardTaken(card: string, deck: string): Text {
  return {
    en: `its card ${card} is one of ${deck} already; it is not taken`,
    zh: `其中的卡片 ${card} 已在 ${deck} 中，未接收`,
  }
}
