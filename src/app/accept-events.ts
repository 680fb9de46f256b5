import { OTHER_CONTENT, whyNoEntry } from '../core/entry-refusals.ts'
import type { EventId } from '../core/event.ts'
import type { Text } from '../core/locale.ts'
import type { LogEntry } from '../core/log-entry.ts'
import { parseEntry } from '../core/parse-entry.ts'
import type { Acceptance } from '../store/accept-entries.ts'
import type { Store } from '../store/create-store.ts'

export interface Reception {
  /** New here. */
  readonly added: number
  /** Known already. */
  readonly known: number
  /** Not let in; whoever sent them still has them. */
  readonly refused: number
  /** The first of the refused. */
  readonly refusals: readonly Refusal[]
}

export interface Refusal {
  /** Undefined where there is none that can be read. */
  readonly id: EventId | undefined
  readonly why: Text
}

const REFUSALS_TOLD = 20

/**
 * Takes in entries of any device, from a file, a folder or a hub: in any order, any number of times, and as
 * many as there are. Durable, all or nothing, when it returns; an import is then marked as to be finished.
 */
export function acceptEvents(
  { store }: { readonly store: Pick<Store, 'accept'> },
  foreign: Iterable<unknown>,
  importName?: string,
): Reception {
  return receive(foreign, (entries, onConflict) => store.accept(entries, onConflict, importName))
}

/** What accepting them would come to; nothing is changed. What stands among them twice counts twice. */
export function previewEvents(
  { store }: { readonly store: Pick<Store, 'compare'> },
  foreign: Iterable<unknown>,
): Reception {
  return receive(foreign, store.compare)
}

function receive(
  foreign: Iterable<unknown>,
  take: (entries: Iterable<LogEntry>, onConflict: (id: EventId) => void) => Acceptance,
): Reception {
  const refusals: Refusal[] = []
  let refused = 0
  const refuse = (refusal: Refusal) => {
    refused++
    if (refusals.length < REFUSALS_TOLD) refusals.push(refusal)
  }
  function* checked(): Generator<LogEntry> {
    for (const one of foreign) {
      const parsed = parseEntry(one)
      if (parsed.kind === 'entry') yield parsed.entry
      else refuse({ id: parsed.id, why: whyNoEntry(parsed.field) })
    }
  }
  const { added, known } = take(checked(), (id) => refuse({ id, why: OTHER_CONTENT }))
  return { added, known, refused, refusals }
}
