import type { EventId } from './event.ts'

/** A stretch of time of about nine hours: how the ids of its entries begin. */
export type Stretch = string

export const STRETCH_LENGTH = 5

export function stretchOf(id: EventId): Stretch {
  return id.slice(0, STRETCH_LENGTH)
}
