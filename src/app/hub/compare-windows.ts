import * as v from 'valibot'
import { EVENT_ID } from '../../core/entry-forms.ts'
import type { EventId } from '../../core/event.ts'
import { type Stretch, stretchOf } from '../../core/stretch.ts'
import { IDS_REPLY, type IdsWanted, MOST_IDS } from '../../interop/hub/protocol.ts'
import type { EntryHead } from '../../store/log-stretches.ts'
import type { Deps } from '../deps.ts'
import { type HubConnection, noHub } from './connect.ts'
import type { Difference } from './differing-stretches.ts'

/** What both have of the same part of some stretches; in order. */
export interface LogWindow {
  readonly here: readonly EntryHead[]
  readonly there: readonly EventId[]
}

/** Goes through stretches on both sides at once, holding no more than two pages of them. */
export async function* compareWindows(
  { store }: Pick<Deps, 'store'>,
  connection: HubConnection,
  differences: readonly Difference[],
): AsyncGenerator<LogWindow> {
  const stretches = differences.map(({ stretch }) => stretch)
  const filled = differences.filter(({ entriesThere }) => entriesThere > 0).map(({ stretch }) => stretch)
  let after: EventId | undefined = ''
  while (after !== undefined) {
    const there: readonly EventId[] = await idsThere(connection, filled, after)
    const here = store.stretches.heads(stretches, after, MOST_IDS)
    // Behind the last of a page that is full there may be more.
    const ends = [pageEnd(here.map(({ id }) => id)), pageEnd(there)].filter((end) => end !== undefined).sort()
    after = ends[0]
    const isWithin = (id: EventId) => after === undefined || id <= after
    yield { here: here.filter(({ id }) => isWithin(id)), there: there.filter(isWithin) }
  }
}

function pageEnd(ids: readonly EventId[]): EventId | undefined {
  return ids.length < MOST_IDS ? undefined : ids.at(-1)
}

/** @throws Problem for ids that were not asked for */
async function idsThere(
  connection: HubConnection,
  stretches: readonly Stretch[],
  after: EventId,
): Promise<readonly EventId[]> {
  if (stretches.length === 0) return []
  const { ids } = await connection.postJson(
    'ids',
    { stretches: [...stretches], after } satisfies IdsWanted,
    IDS_REPLY,
  )
  const asked = new Set(stretches)
  let last = after
  for (const id of ids) {
    if (!v.is(EVENT_ID, id) || !asked.has(stretchOf(id)) || id <= last) throw noHub(connection.url)
    last = id
  }
  if (ids.length > MOST_IDS) throw noHub(connection.url)
  return ids
}
