import { expect, test } from 'vitest'
import { UNSEEN_CARD } from '../../src/core/card-state.ts'
import { SCHEDULED_KINDS } from '../../src/core/change-kinds.ts'
import { DAY_MS } from '../../src/core/day.ts'
import { UNSEEN_EXERCISE } from '../../src/core/exercise-state.ts'
import type { CardId } from '../../src/core/ids.ts'
import { nextCardState, nextExerciseState } from '../../src/core/next-state.ts'
import {
  INITIAL_PARAMETERS,
  type ParametersByScope,
  withRetention,
} from '../../src/core/parameters-by-scope.ts'
import { SAMPLE_EXERCISE, SAMPLE_EXERCISE_EVENTS, sampleChanges } from './sample-changes.ts'

const NOON = { at: Date.UTC(2026, 10, 24, 12), offsetMin: 0 }
const LATER = { ...NOON, at: NOON.at + DAY_MS }
const CARD = 'adam/a' as CardId

test('the kinds that are scheduled are those of which other parameters make another state', () => {
  const easy = { kind: 'review', rating: 'easy', durationMs: 1 } as const
  const reviewed = nextCardState(CARD, UNSEEN_CARD, easy, NOON, INITIAL_PARAMETERS)
  if (reviewed.memory.kind !== 'review') throw new Error('It is on steps.')
  const changes = Object.values(sampleChanges(NOON, reviewed.memory.dueDay))
  const statesWith = (parameters: ParametersByScope) =>
    new Map<string, unknown>([
      ...changes.map(
        (change) => [change.kind, nextCardState(CARD, reviewed, change, LATER, parameters)] as const,
      ),
      ...Object.values(SAMPLE_EXERCISE_EVENTS).map(
        (event) =>
          [
            event.kind,
            nextExerciseState(SAMPLE_EXERCISE, UNSEEN_EXERCISE, event, LATER, parameters),
          ] as const,
      ),
    ])
  const [usual, strict] = [INITIAL_PARAMETERS, withRetention(INITIAL_PARAMETERS, 0.97)].map(statesWith)
  const others = [...(usual ?? [])].filter(
    ([kind, state]) => JSON.stringify(state) !== JSON.stringify(strict?.get(kind)),
  )
  expect([...SCHEDULED_KINDS].sort()).toEqual(others.map(([kind]) => kind).sort())
})
