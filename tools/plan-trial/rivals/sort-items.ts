import type { Morning, PlannedItem } from '../../../src/core/plan/policy.ts'
import type { PlannedMemory } from '../../../src/core/planned-memory.ts'

export interface MetItem extends PlannedItem {
  readonly memory: PlannedMemory
}

/** New ones in their order. */
export function newItems({ items }: Morning): readonly PlannedItem[] {
  return items.filter(({ memory }) => !memory).sort((one, other) => one.order - other.order)
}

export function metItems({ items }: Morning): readonly MetItem[] {
  return items.filter((item): item is MetItem => item.memory !== undefined)
}

export function dueItems(morning: Morning): readonly MetItem[] {
  return metItems(morning).filter(({ memory }) => memory.dueDay <= morning.today)
}

/** By a number for each, the lowest first. */
export function ascending<Item>(items: readonly Item[], key: (item: Item) => number): readonly Item[] {
  return items
    .map((item) => ({ item, rank: key(item) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item)
}

export function idsOf(items: readonly PlannedItem[]): readonly string[] {
  return items.map(({ id }) => id)
}
