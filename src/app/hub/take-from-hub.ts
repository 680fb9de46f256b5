import { showableLine } from '../../core/clean-text.ts'
import type { EventId } from '../../core/event.ts'
import type { Text } from '../../core/locale.ts'
import { decodeEntries } from '../../interop/hub/entry-lines.ts'
import { MOST_ENTRIES, MOST_PLAIN_BYTES, type Wanted } from '../../interop/hub/protocol.ts'
import { acceptEvents, type Reception, type Refusal } from '../accept-events.ts'
import type { Deps } from '../deps.ts'
import { type HubConnection, noHub } from './connect.ts'
import { travelsToHub } from './travels-to-hub.ts'

/**
 * Takes the entries of these ids from the hub, some at a time; each time is durable. What it no longer has is
 * left out.
 */
export async function* takeFromHub(
  { store }: Pick<Deps, 'store'>,
  connection: HubConnection,
  member: string,
  ids: readonly EventId[],
): AsyncGenerator<Reception> {
  let waiting = ids
  while (waiting.length > 0) {
    const asked = waiting.slice(0, MOST_ENTRIES)
    const bytes = await connection.askBytes(
      'entries/wanted',
      { ids: [...asked] } satisfies Wanted,
      MOST_PLAIN_BYTES,
    )
    const entries = decodeEntries(bytes)
    if (entries === undefined) throw noHub(connection.url)
    const { passed, refusals, answered } = sorted(entries, new Set(asked), member)
    const { refused, ...taken } = acceptEvents({ store }, passed)
    yield {
      ...taken,
      refused: refused + refusals.length,
      refusals: [...refusals, ...taken.refusals],
    }
    waiting = waiting.slice(asked.length)
    // A large answer holds the first of them only.
    if (answered.size > 0) waiting = [...asked.filter((id) => !answered.has(id)), ...waiting]
  }
}

interface Sorted {
  readonly passed: readonly unknown[]
  readonly refusals: readonly Refusal[]
  readonly answered: ReadonlySet<EventId>
}

function sorted(entries: readonly unknown[], asked: ReadonlySet<EventId>, member: string): Sorted {
  const passed: unknown[] = []
  const refusals: Refusal[] = []
  const answered = new Set<EventId>()
  for (const entry of entries) {
    const { id, kind, subject } = (entry ?? {}) as { readonly [field: string]: unknown }
    if (typeof id !== 'string' || !asked.has(id)) {
      refusals.push({ id: typeof id === 'string' ? showableLine(id.slice(0, 26)) : undefined, why: UNASKED })
      continue
    }
    answered.add(id)
    if (travelsToHub(member, { kind: String(kind), subject: String(subject) })) passed.push(entry)
    else refusals.push({ id, why: NOT_ITS_BUSINESS })
  }
  return { passed, refusals, answered }
}

const UNASKED: Text = { en: 'The hub was not asked for it.', zh: '未向 hub 请求过此记录。' }
const NOT_ITS_BUSINESS: Text = {
  en: 'A hub has no say in this: it is of one machine, or of another hub.',
  zh: '此项只属于某台机器或另一个 hub，不由这个 hub 决定。',
}
