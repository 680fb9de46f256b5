import type { Instant } from '../../core/day.ts'
import type { HubReply } from '../../interop/hub/protocol.ts'
import type { Deps } from '../deps.ts'
import { refusedWith } from './connect.ts'
import { type ExchangedEntries, exchangeEntries, type HubProgress } from './exchange-entries.ts'
import { tellLeave } from './leave-hub.ts'
import type { OpenMembership } from './open-membership.ts'
import { consentTo, leaveOf } from './said-to-hub.ts'

export type SyncedHub =
  | (ExchangedEntries & {
      readonly kind: 'synced'
      readonly role: HubReply['person']['role']
      /** Whether the teacher may see how the learner gets on. */
      readonly shares: boolean
      readonly at: Instant
    })
  /** The learner had said so before: the hub has deleted everything, and this machine has forgotten it. */
  | { readonly kind: 'left' }

export interface HubWanted {
  readonly dryRun: boolean
  /** Gives consent, or takes it back. */
  readonly share: boolean | undefined
  readonly onProgress: (progress: HubProgress) => void
}

/** Brings the log here and the log there to the same entries, and tells the hub what the learner says to it. */
export async function syncHub(
  deps: Pick<Deps, 'store' | 'now'>,
  opened: OpenMembership,
  { dryRun, share, onProgress }: HubWanted,
): Promise<SyncedHub> {
  const { store } = deps
  const { membership, connection } = opened
  const { member } = membership
  if (leaveOf(deps, member) !== undefined) {
    // It was set back to before it heard that.
    if (!dryRun) await tellLeave(deps, opened)
    return { kind: 'left' }
  }
  const wished = dryRun ? undefined : share
  sayConsent(deps, member, wished)
  const exchange = () => exchangeEntries(deps, connection, { member, dryRun, onProgress })
  try {
    const exchanged = await exchange()
    // Another machine had said otherwise, which this one has heard only now.
    const written = sayConsent(deps, member, wished)
      ? exchanged.written + (await exchange()).written
      : exchanged.written
    const { at } = deps.now()
    if (!dryRun) store.hubs.keep({ ...membership, syncedAt: at })
    return {
      kind: 'synced',
      ...exchanged,
      written,
      role: connection.reply.person.role,
      shares: (dryRun ? share : undefined) ?? consentTo(deps, member),
      at,
    }
  } catch (problem) {
    if (!dryRun && refusedWith(problem) === 410) store.hubs.forget(member)
    throw problem
  }
}

/** Whether there was something to say. */
function sayConsent(deps: Pick<Deps, 'store' | 'now'>, member: string, given: boolean | undefined): boolean {
  if (given === undefined || given === consentTo(deps, member)) return false
  deps.store.sayToHub({ kind: 'consent', member, given }, deps.now())
  return true
}
