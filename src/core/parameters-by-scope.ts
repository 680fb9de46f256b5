import type { ConfigEvent, Event, ParametersEvent } from './event.ts'
import { createScheduler, DEFAULT_WEIGHTS, type Scheduler } from './scheduler.ts'
import type { ParameterScope, SchedulingParameters } from './scheduling-parameters.ts'
import { retentionOf } from './settings.ts'

export type ParametersByScope = { readonly [S in ParameterScope]: SchedulingParameters }

const FROM_THE_START = {
  model: 'fsrs-6',
  weights: DEFAULT_WEIGHTS,
  desiredRetention: retentionOf(undefined),
} as const

/** Until the log says otherwise. */
export const INITIAL_PARAMETERS: ParametersByScope = {
  cards: { ...FROM_THE_START, steps: { learning: [1, 10], relearning: [10] } },
  // An exercise always waits for another day.
  exercises: { ...FROM_THE_START, steps: { learning: [], relearning: [] } },
}

export function withRetention(parameters: ParametersByScope, desiredRetention: number): ParametersByScope {
  return {
    cards: { ...parameters.cards, desiredRetention },
    exercises: { ...parameters.exercises, desiredRetention },
  }
}

/** In logs of older programs the desired retention, of both scopes, is a setting. */
type ScheduleEvent = ParametersEvent | (ConfigEvent & { readonly key: 'retention' })

export function changesSchedule(event: Event): event is Event & ScheduleEvent {
  return event.kind === 'parameters' || (event.kind === 'config' && event.key === 'retention')
}

export function parametersAfter(parameters: ParametersByScope, event: ScheduleEvent): ParametersByScope {
  return event.kind === 'parameters'
    ? { ...parameters, [event.scope]: event.parameters }
    : withRetention(parameters, retentionOf(event.value))
}

const made = new WeakMap<SchedulingParameters, Scheduler>()

/** Each is made once for a value; making one takes as long as some reviews. */
export function schedulerFor(parameters: SchedulingParameters): Scheduler {
  return made.getOrInsertComputed(parameters, createScheduler)
}
