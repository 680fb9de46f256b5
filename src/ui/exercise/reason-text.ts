import type { Reason } from '../../core/assign-exercise.ts'
import { count, type Text } from '../../core/locale.ts'

/** Why an exercise is the one to do now. */
export function reasonText(reason: Reason): Text {
  switch (reason.kind) {
    case 'open':
      return { en: 'begun and not yet accepted', zh: '已开始，尚未通过' }
    case 'due':
      return reason.days === 0 ? { en: 'due today', zh: '今天到期' } : overdue(reason.days)
    case 'unlocked':
      return { en: 'new, and you know its cards', zh: '新练习，所需卡片都已掌握' }
    case 'new':
      return unstable(reason.unstable.length)
    case 'ahead':
      return ahead(reason.days)
  }
}

export function minutesText(minutes: number): Text {
  return { en: `about ${minutes} min`, zh: `约 ${minutes} 分钟` }
}

function overdue(days: number): Text {
  return { en: `${count(days, 'day')} overdue`, zh: `已逾期 ${days} 天` }
}

function unstable(cards: number): Text {
  return {
    en: `new; ${count(cards, 'card')} it needs ${cards === 1 ? 'is' : 'are'} not yet stable`,
    zh: `新练习；所需卡片中还有 ${cards} 张不稳定`,
  }
}

function ahead(days: number): Text {
  return { en: `practice: due in ${count(days, 'day')}`, zh: `提前练习：${days} 天后到期` }
}
