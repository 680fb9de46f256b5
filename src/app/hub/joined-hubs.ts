import type { Membership } from '../../store/hubs.ts'
import type { Deps } from '../deps.ts'
import { consentTo } from './said-to-hub.ts'

/** A hub that the learner has joined from this machine. */
export interface JoinedHub extends Pick<Membership, 'url' | 'course' | 'name' | 'syncedAt'> {
  /** Whether the teacher may see how the learner gets on. */
  readonly shares: boolean
}

/** The one that was last used first. */
export function joinedHubs(deps: Pick<Deps, 'store'>): readonly JoinedHub[] {
  return deps.store.hubs.memberships().map(({ member, url, course, name, syncedAt }) => ({
    url,
    course,
    name,
    syncedAt,
    shares: consentTo(deps, member),
  }))
}
