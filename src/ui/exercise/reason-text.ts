import type { Assignment } from '../../core/assign-exercise.ts'
import type { CardId } from '../../core/ids.ts'
import { count, type Text } from '../../core/locale.ts'
import { join } from '../words/punctuation.ts'

/** Why an exercise is the one to do now. */
export function reasonText({ reason, missing, exercise }: Assignment): Text {
  switch (reason.kind) {
    case 'open':
      return { en: 'begun and not yet accepted', zh: '已开始，尚未通过' }
    case 'due':
      return reason.days === 0 ? { en: 'due today', zh: '今天到期' } : overdue(reason.days)
    case 'unlocked':
      return { en: 'new, and you know its cards', zh: '新练习，所需卡片都已掌握' }
    case 'new':
      return join({ en: 'new; ', zh: '新练习；' }, stableText(missing.length, exercise.prerequisites.length))
    case 'ahead':
      return ahead(reason.days)
  }
}

/** The cards that an exercise needs and that are not yet stable, by name. */
export function missingText(missing: readonly CardId[]): Text {
  return { en: `not yet stable: ${missing.join(', ')}`, zh: `尚未稳定：${missing.join('、')}` }
}

export function minutesText(minutes: number): Text {
  return { en: `about ${minutes} min`, zh: `约 ${minutes} 分钟` }
}

function overdue(days: number): Text {
  return { en: `${count(days, 'day')} overdue`, zh: `已逾期 ${days} 天` }
}

function stableText(missing: number, all: number): Text {
  return {
    en: `${all - missing} of ${count(all, 'card')} stable`,
    zh: `${all} 张所需卡片中 ${all - missing} 张已稳定`,
  }
}

function ahead(days: number): Text {
  return { en: `practice: due in ${count(days, 'day')}`, zh: `提前练习：${days} 天后到期` }
}
