import type { Event } from '../../src/core/event.ts'
import { eventOf } from '../../src/core/log-entry.ts'
import type { Store } from '../../src/store/create-store.ts'

/** The answers that stand in a store's log, in its order. */
export function reviewsOf(store: Store): readonly (Event & { readonly kind: 'review' })[] {
  const entries = [...store.entries()]
  const undone = new Set(entries.filter(({ kind }) => kind === 'undo').map(({ subject }) => subject))
  return entries.flatMap((entry) => {
    const event = undone.has(entry.id) ? undefined : eventOf(entry)
    return event?.kind === 'review' ? [event] : []
  })
}
