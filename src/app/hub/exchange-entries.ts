import { type Stretch, stretchOf } from '../../core/stretch.ts'
import { idDigest } from '../../interop/hub/id-digest.ts'
import { MOST_IDS, MOST_STRETCHES } from '../../interop/hub/protocol.ts'
import type { AgreedStretch } from '../../store/hubs.ts'
import type { Reception, Refusal } from '../accept-events.ts'
import type { Deps } from '../deps.ts'
import { compareWindows, type LogWindow } from './compare-windows.ts'
import type { HubConnection } from './connect.ts'
import { type Difference, differingStretches } from './differing-stretches.ts'
import { sendToHub } from './send-to-hub.ts'
import { takeFromHub } from './take-from-hub.ts'
import { travelsToHub } from './travels-to-hub.ts'

export interface ExchangedEntries {
  readonly taken: Reception
  /** That the hub did not have. */
  readonly written: number
  readonly refusedThere: readonly Refusal[]
}

export interface ExchangeWanted {
  /** Who the learner is there. */
  readonly member: string
  readonly dryRun: boolean
  readonly onProgress: (progress: HubProgress) => void
}

export type HubProgress =
  | { readonly kind: 'taken'; readonly entries: number }
  | { readonly kind: 'written'; readonly entries: number }

/**
 * Takes from the hub what the log here lacks, and sends there what that lacks. Whatever ends it in the
 * middle, each part that was taken or acknowledged stays, and the next one goes on.
 */
export async function exchangeEntries(
  deps: Pick<Deps, 'store'>,
  connection: HubConnection,
  { member, dryRun, onProgress }: ExchangeWanted,
): Promise<ExchangedEntries> {
  const { store } = deps
  let taken: Reception = { added: 0, known: 0, refused: 0, refusals: [] }
  let written = 0
  const refusedThere: Refusal[] = []
  const { differing, same } = await differingStretches(deps, connection, member)
  if (!dryRun) store.hubs.agree(member, same)
  for (const differences of portions(differing)) {
    const tally = openTally(differences)
    for await (const window of compareWindows(deps, connection, differences)) {
      tally.found(window)
      const { wanted, lacking } = compared(window, member)
      if (dryRun) {
        taken = { ...taken, added: taken.added + wanted.length }
        written += lacking.length
        continue
      }
      for await (const part of takeFromHub(deps, connection, member, wanted)) {
        taken = joined(taken, part)
        onProgress({ kind: 'taken', entries: taken.added })
      }
      tally.taken(wanted.filter(store.knows))
      for await (const part of sendToHub(deps, connection, lacking)) {
        tally.sent(part.ids)
        written += part.added
        refusedThere.push(...part.refusals.slice(0, REFUSALS_TOLD - refusedThere.length))
        onProgress({ kind: 'written', entries: written })
      }
    }
    if (!dryRun) store.hubs.agree(member, tally.agreed())
  }
  return { taken, written, refusedThere }
}

const REFUSALS_TOLD = 20

/** So many at a time that one page of ids holds them, where a single one is no longer. */
function* portions(differing: readonly Difference[]): Generator<readonly Difference[]> {
  let portion: Difference[] = []
  let size = 0
  for (const one of differing) {
    const own = Math.max(one.entries, one.entriesThere)
    if (portion.length === MOST_STRETCHES || (portion.length > 0 && size + own >= MOST_IDS)) {
      yield portion
      portion = []
      size = 0
    }
    portion.push(one)
    size += own
  }
  if (portion.length > 0) yield portion
}

function compared({ here, there }: LogWindow, member: string) {
  const known = new Set(here.map(({ id }) => id))
  const knownThere = new Set(there)
  return {
    wanted: there.filter((id) => !known.has(id)),
    lacking: here
      .filter((head) => !knownThere.has(head.id) && travelsToHub(member, head))
      .map(({ id }) => id),
  }
}

/**
 * What both have behind it, if nobody else adds to it: where a stretch is found so the next time, neither has
 * anything for the other, though each may keep entries that it does not give or that the other does not take.
 */
function openTally(differences: readonly Difference[]) {
  const counts = new Map<Stretch, { entries: number; entriesThere: number; digestThere: bigint }>(
    differences.map(({ stretch }) => [stretch, { entries: 0, entriesThere: 0, digestThere: 0n }]),
  )
  const add = (ids: readonly string[], sides: { readonly isHere: boolean; readonly isThere: boolean }) => {
    for (const id of ids) {
      const count = counts.get(stretchOf(id))
      if (count === undefined) continue
      if (sides.isHere) count.entries++
      if (!sides.isThere) continue
      count.entriesThere++
      count.digestThere ^= idDigest([id])
    }
  }
  return {
    found: ({ here, there }: LogWindow): void => {
      add(
        here.map(({ id }) => id),
        { isHere: true, isThere: false },
      )
      add(there, { isHere: false, isThere: true })
    },
    taken: (ids: readonly string[]): void => add(ids, { isHere: true, isThere: false }),
    sent: (ids: readonly string[]): void => add(ids, { isHere: false, isThere: true }),
    agreed: (): readonly AgreedStretch[] =>
      [...counts].map(([stretch, { entries, entriesThere, digestThere }]) => ({
        stretch,
        entries,
        entriesThere,
        digestThere: String(digestThere),
      })),
  }
}

function joined(one: Reception, other: Reception): Reception {
  return {
    added: one.added + other.added,
    known: one.known + other.known,
    refused: one.refused + other.refused,
    refusals: [...one.refusals, ...other.refusals].slice(0, REFUSALS_TOLD),
  }
}
