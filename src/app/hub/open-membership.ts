import { showableLine } from '../../core/clean-text.ts'
import { Problem } from '../../core/problem.ts'
import type { HubReply } from '../../interop/hub/protocol.ts'
import type { Membership } from '../../store/hubs.ts'
import type { Deps } from '../deps.ts'
import { connectToHub, type HubConnection, type Patience, refusedWith } from './connect.ts'

/** Where a learner is a member, and as whom. */
export type HubPlace = Pick<Membership, 'url' | 'course' | 'name'>

/** A learner's place at a hub that has answered. */
export interface OpenMembership {
  readonly membership: Membership
  readonly connection: HubConnection
}

export interface MembershipWanted extends Pick<Patience, 'onWait'> {
  /** Where nobody has joined from this machine yet, or the hub does not know the token any more. */
  readonly askToken: (url: string) => Promise<string>
  /** Keeps nothing. */
  readonly dryRun: boolean
}

/**
 * @throws Problem where there is no hub, it does not know the token or is a newer one's, or the learner has
 * left it: then this machine has forgotten it, too
 */
export async function openMembership(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  url: string,
  { askToken, dryRun, onWait }: MembershipWanted,
): Promise<OpenMembership> {
  const known = store.hubs.memberships().find((one) => one.url === url)
  try {
    const { connection, token } = await connected(url, known?.token, { askToken, onWait })
    await demandOneHub(store.hubs.memberships(), connection, onWait)
    const membership = membershipOf(connection, token, store.hubs.memberships(), now().at)
    if (!dryRun) store.hubs.keep(membership)
    return { membership, connection }
  } catch (problem) {
    if (known !== undefined && !dryRun && refusedWith(problem) === 410) store.hubs.forget(known.member)
    throw problem
  }
}

async function connected(
  url: string,
  known: string | undefined,
  { askToken, onWait }: Omit<MembershipWanted, 'dryRun'>,
): Promise<{ readonly connection: HubConnection; readonly token: string }> {
  const asked = async () => checkedToken(await askToken(url))
  const token = known ?? (await asked())
  try {
    return { connection: await connectToHub(url, token, { onWait }), token }
  } catch (problem) {
    if (known === undefined || refusedWith(problem) !== 401) throw problem
    const other = await asked()
    return { connection: await connectToHub(url, other, { onWait }), token: other }
  }
}

/**
 * A hub that answers elsewhere than it did has moved. Another one, by which the learner is known under the same
 * id, would take the place of the first, and hear what was said to that.
 * @throws Problem where the first still answers, and is another
 */
async function demandOneHub(
  known: readonly Membership[],
  { url, reply }: HubConnection,
  onWait: Patience['onWait'],
): Promise<void> {
  const first = known.find((one) => one.member === reply.person.id && one.url !== url)
  if (first === undefined) return
  const there = await connectToHub(first.url, first.token, { onWait }).catch(unlessProblem)
  if (there === undefined || there.reply.hub === reply.hub) return
  throw new Problem(
    {
      en: `The hub ${url} knows you by the id that ${first.url} gave you, and is another.`,
      zh: `hub ${url} 使用了 ${first.url} 给你的 id，但它们不是同一个 hub。`,
    },
    {
      remedy: {
        en: 'Nothing was changed. Ask whoever runs it to invite you anew.',
        zh: '没有作任何改动。请让其管理者重新邀请你。',
      },
    },
  )
}

function unlessProblem(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error
}

/** @throws Problem for what no hub has ever given */
function checkedToken(token: string): string {
  if (/^anneal_[\w-]{43}$/.test(token)) return token
  throw new Problem(
    { en: 'That is not the token of a hub.', zh: '这不是 hub 的令牌。' },
    {
      remedy: {
        en: 'It begins with anneal_ and has 50 characters: copy the whole of it.',
        zh: '令牌以 anneal_ 开头，共 50 个字符，请完整复制。',
      },
    },
  )
}

function membershipOf(
  { url, reply }: HubConnection,
  token: string,
  known: readonly Membership[],
  usedAt: number,
): Membership {
  const member = reply.person.id
  return {
    member,
    url,
    token,
    course: shown(reply.course.title),
    name: shown(reply.person.name),
    usedAt,
    syncedAt: known.find((one) => one.member === member)?.syncedAt,
  }
}

/** A hub's word for a course or a person: a line that a terminal can show. */
function shown(name: HubReply['person']['name']): string {
  return showableLine(name.slice(0, 200)).trim()
}
