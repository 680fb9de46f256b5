import type { EventId } from '../../core/event.ts'
import type { Stretch } from '../../core/stretch.ts'
import { idDigest } from '../../interop/hub/id-digest.ts'
import { MOST_IDS, STRETCHES_REPLY } from '../../interop/hub/protocol.ts'
import type { AgreedStretch } from '../../store/hubs.ts'
import type { Deps } from '../deps.ts'
import type { HubConnection } from './connect.ts'
import { travelsToHub } from './travels-to-hub.ts'

export interface Difference {
  readonly stretch: Stretch
  readonly entries: number
  readonly entriesThere: number
}

export interface Differences {
  readonly differing: readonly Difference[]
  /** Not compared before, and the same. */
  readonly same: readonly AgreedStretch[]
}

/** In order, the stretches of which the hub or this machine may have what the other lacks. */
export async function differingStretches(
  { store }: Pick<Deps, 'store'>,
  connection: HubConnection,
  member: string,
): Promise<Differences> {
  const { stretches } = await connection.getJson('stretches', STRETCHES_REPLY)
  const there = new Map(stretches.map((one) => [one.stretch, one]))
  const here = new Map(store.stretches.counts().map(({ stretch, entries }) => [stretch, entries]))
  const agreed = store.hubs.agreed(member)
  const differing: Difference[] = []
  const same: AgreedStretch[] = []
  for (const stretch of [...new Set([...here.keys(), ...there.keys()])].sort()) {
    const { entries: entriesThere, digest: digestThere } = there.get(stretch) ?? NOTHING
    const found = { stretch, entries: here.get(stretch) ?? 0, entriesThere, digestThere }
    if (isAgreed(found, agreed.get(stretch))) continue
    if (digestThere === digestHere(store, member, stretch)) same.push(found)
    else differing.push(found)
  }
  return { differing, same }
}

const NOTHING = { entries: 0, digest: '0' }

function isAgreed(found: AgreedStretch, agreed: AgreedStretch | undefined): boolean {
  return (
    agreed?.entries === found.entries &&
    agreed.entriesThere === found.entriesThere &&
    agreed.digestThere === found.digestThere
  )
}

/** Of what travels. */
function digestHere(store: Deps['store'], member: string, stretch: Stretch): string {
  let digest = 0n
  let after: EventId | undefined = ''
  while (after !== undefined) {
    const heads = store.stretches.heads([stretch], after, MOST_IDS)
    digest ^= idDigest(heads.filter((head) => travelsToHub(member, head)).map(({ id }) => id))
    after = heads.length < MOST_IDS ? undefined : heads.at(-1)?.id
  }
  return String(digest)
}
