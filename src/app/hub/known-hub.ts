import { Problem } from '../../core/problem.ts'
import type { Membership } from '../../store/hubs.ts'
import type { Deps } from '../deps.ts'

/** The membership that was last used. @throws Problem where the learner is no member anywhere */
export function lastMembership({ store }: Pick<Deps, 'store'>): Membership {
  const [last] = store.hubs.memberships()
  if (last !== undefined) return last
  throw new Problem(
    { en: 'This machine has joined no hub.', zh: '本机尚未加入任何 hub。' },
    {
      remedy: {
        en: 'Join one with the address and the token that its teacher gives you: anneal sync https://….',
        zh: '请用教师给的地址和令牌加入：anneal sync https://…。',
      },
    },
  )
}
