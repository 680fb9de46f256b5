import type { Deps } from '../deps.ts'
import { noHub, refusedWith } from './connect.ts'
import { type MembershipWanted, type OpenMembership, openMembership } from './open-membership.ts'
import { leaveOf } from './said-to-hub.ts'
import { sendToHub } from './send-to-hub.ts'

/**
 * Has the hub delete everything of the learner's, and forgets it here. It is recorded first where it can be:
 * if the hub cannot be reached, it hears it at the next sync, from whichever machine.
 */
export async function leaveHub(
  deps: Pick<Deps, 'store' | 'now'>,
  url: string,
  wanted: Omit<MembershipWanted, 'dryRun'>,
): Promise<void> {
  const known = deps.store.hubs.memberships().find((one) => one.url === url)
  if (known !== undefined) sayLeave(deps, known.member)
  try {
    const opened = await openMembership(deps, url, { ...wanted, dryRun: false })
    sayLeave(deps, opened.membership.member)
    await tellLeave(deps, opened)
  } catch (problem) {
    // It had heard it before.
    if (refusedWith(problem) !== 410) throw problem
  }
}

/** Sends what was said when the learner left; nothing else reaches the hub any more. */
export async function tellLeave(
  deps: Pick<Deps, 'store'>,
  { membership: { member }, connection }: OpenMembership,
): Promise<void> {
  const { id = '' } = leaveOf(deps, member) ?? {}
  try {
    for await (const _ of sendToHub(deps, connection, [id])) throw noHub(connection.url)
  } catch (problem) {
    if (refusedWith(problem) !== 410) throw problem
    deps.store.hubs.forget(member)
  }
}

function sayLeave(deps: Pick<Deps, 'store' | 'now'>, member: string): void {
  if (leaveOf(deps, member) === undefined) deps.store.sayToHub({ kind: 'leave', member }, deps.now())
}
