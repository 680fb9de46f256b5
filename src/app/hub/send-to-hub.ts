import { showableLine } from '../../core/clean-text.ts'
import type { EventId } from '../../core/event.ts'
import { encodeLines } from '../../interop/hub/entry-lines.ts'
import { MOST_BODY_BYTES, MOST_ENTRIES, PUSHED_REPLY } from '../../interop/hub/protocol.ts'
import type { Refusal } from '../accept-events.ts'
import type { Deps } from '../deps.ts'
import { type HubConnection, shown } from './connect.ts'

export interface SentEntries {
  /** Are there now. */
  readonly ids: readonly EventId[]
  /** Were not there before. */
  readonly added: number
  readonly refusals: readonly Refusal[]
}

/** Sends the entries of these ids, some at a time. */
export async function* sendToHub(
  { store }: Pick<Deps, 'store'>,
  connection: HubConnection,
  ids: readonly EventId[],
): AsyncGenerator<SentEntries> {
  let waiting: UnsentEntry[] = []
  let bytes = 0
  for (const id of ids) {
    const line = JSON.stringify(store.find(id))
    const size = Buffer.byteLength(line)
    // Not even where nothing can be compressed is a body too long.
    if (waiting.length === MOST_ENTRIES || (waiting.length > 0 && bytes + size > MOST_BODY_BYTES / 2)) {
      yield await send(connection, waiting)
      waiting = []
      bytes = 0
    }
    waiting.push({ id, line })
    bytes += size
  }
  if (waiting.length > 0) yield await send(connection, waiting)
}

interface UnsentEntry {
  readonly id: EventId
  readonly line: string
}

async function send(connection: HubConnection, waiting: readonly UnsentEntry[]): Promise<SentEntries> {
  const body = encodeLines(waiting.map(({ line }) => line))
  const { added, refused } = await connection.postBytes('entries', body, PUSHED_REPLY)
  const refusals = refused.map(({ id, why }) => ({
    id: id === undefined ? undefined : showableLine(id.slice(0, 26)),
    why: shown(why),
  }))
  const refusedIds = new Set(refusals.map(({ id }) => id))
  return { ids: waiting.map(({ id }) => id).filter((id) => !refusedIds.has(id)), added, refusals }
}
