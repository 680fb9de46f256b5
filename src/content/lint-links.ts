import type { Card } from '../core/card.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import type { CardId, ExerciseId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import type { LocatedNote } from './located-note.ts'
import { findCycles } from './prerequisite-cycles.ts'

/** What a link may name beside the cards that are linted. */
export interface LinkTargets {
  /** Cards of other decks. */
  readonly otherCards?: ReadonlySet<CardId> | undefined
  /** Without them links to exercises are not checked. */
  readonly exercises?: ReadonlySet<ExerciseId> | undefined
}

/** Links to what does not exist, and prerequisites that need each other. */
export function lintLinks(
  notes: readonly LocatedNote[],
  cards: ReadonlyMap<CardId, Card>,
  targets: LinkTargets,
): readonly Fault[] {
  return [...notes.flatMap((note) => brokenLinks(note, cards, targets)), ...circles(notes)]
}

/** Prerequisites that no card has. */
export function lintExerciseLinks(
  exercises: readonly (Exercise & { readonly path: string })[],
  cards: ReadonlySet<CardId>,
): readonly Fault[] {
  return exercises.flatMap(({ path, prerequisites }) =>
    prerequisites.filter((id) => !cards.has(id)).map((id) => ({ path, line: 0, message: noCard(id) })),
  )
}

function brokenLinks(
  { path, card }: LocatedNote,
  cards: ReadonlyMap<CardId, Card>,
  { otherCards, exercises }: LinkTargets,
): readonly Fault[] {
  const messages = [
    ...card.after.filter((id) => !cards.has(id) && !otherCards?.has(id)).map(noCard),
    ...card.exercises.filter((id) => exercises?.has(id) === false).map(noExercise),
  ]
  return messages.map((message) => ({ path, line: card.line, message }))
}

function circles(notes: readonly LocatedNote[]): readonly Fault[] {
  const noteOf = new Map(notes.map((note) => [String(note.card.note), note]))
  const needs = new Map(
    [...noteOf].map(([id, { card }]) => [id, card.after.map((needed) => needed.replace(/#.*/, ''))]),
  )
  return findCycles(needs).map((cycle) => {
    const note = noteOf.get(cycle[0] ?? '')
    return { path: note?.path ?? '', line: note?.card.line ?? 0, message: goInACircle(cycle) }
  })
}

function noCard(id: CardId): Text {
  return {
    en: `The prerequisite ${id} is no card; correct it or write the card.`,
    zh: `没有前置卡片 ${id}；请改正，或写出这张卡片。`,
  }
}

function noExercise(id: ExerciseId): Text {
  return {
    en: `The exercise ${id} does not exist; correct it or take it out.`,
    zh: `练习 ${id} 不存在；请改正或删去。`,
  }
}

function goInACircle(cycle: readonly string[]): Text {
  return {
    en: `The prerequisites go in a circle (${cycle.join(' after ')}); take one out.`,
    zh: `前置卡片成环（${cycle.join(' → ')}）；请删去其中一个。`,
  }
}
