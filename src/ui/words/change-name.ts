import { dateOf } from '../../core/day.ts'
import type { CardChange } from '../../core/event.ts'
import type { Text } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import { RATING_NAMES } from './rating-names.ts'

/** What was done to a card. */
export function changeName(change: CardChange): Text {
  switch (change.kind) {
    case 'review':
      return RATING_NAMES[change.rating]
    case 'suspend':
      return change.suspended ? { en: 'suspended', zh: '暂停' } : { en: 'taken up again', zh: '恢复' }
    case 'bury':
      return { en: 'buried', zh: '搁置' }
    case 'forget':
      return { en: 'made new', zh: '重置为新卡片' }
    case 'due':
      return { en: `due on ${dateOf(change.day)}`, zh: `改为 ${dateOf(change.day)} 到期` }
    case 'place':
      return { en: `moved to ${dateOf(change.day)}`, zh: `移到 ${dateOf(change.day)}` }
    case 'memory':
      return { en: 'as another program remembered it', zh: '沿用其他程序的记忆状态' }
    default:
      return unreachable(change)
  }
}
