import type { Reason } from '../../core/assign-exercise.ts'
import type { Messages } from '../messages/messages.ts'

/** Why an exercise is the one to do now. */
export function reasonText(reason: Reason, { reasons }: Messages): string {
  switch (reason.kind) {
    case 'open':
      return reasons.open
    case 'due':
      return reason.days === 0 ? reasons.dueToday : reasons.overdue(reason.days)
    case 'unlocked':
      return reasons.unlocked
    case 'new':
      return reasons.fresh(reason.unstable.length)
    case 'ahead':
      return reasons.ahead(reason.days)
  }
}
