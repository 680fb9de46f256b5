import type { Assignment } from '../../core/assign-exercise.ts'
import type { Exercise } from '../../core/exercise.ts'
import type { CardId } from '../../core/ids.ts'
import { count, type Text } from '../../core/locale.ts'
import { DIFFICULTY_NAMES } from '../words/difficulty-names.ts'
import { COMMA, join } from '../words/punctuation.ts'

/** Why an exercise is the one to do now. */
export function reasonText({ reason, missing, exercise }: Assignment): Text {
  switch (reason.kind) {
    case 'open':
      return { en: 'tried this round and not yet accepted', zh: '本轮已尝试，尚未通过' }
    case 'due':
      return reason.days === 0 ? { en: 'due today', zh: '今天到期' } : overdue(reason.days)
    case 'unlocked':
      return exercise.prerequisites.length === 0
        ? { en: 'new', zh: '新练习' }
        : { en: 'new, and you know its cards', zh: '新练习，所需卡片都已掌握' }
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

export function effortText({ difficulty, minutes }: Exercise): Text {
  return join(DIFFICULTY_NAMES[difficulty], COMMA, { en: `about ${minutes} min`, zh: `约 ${minutes} 分钟` })
}

function overdue(days: number): Text {
  return { en: `${count(days, 'day')} overdue`, zh: `已逾期 ${days} 天` }
}

function stableText(missing: number, all: number): Text {
  return {
    en: `${all - missing} of ${count(all, 'card')} stable`,
    zh: `卡片 ${all - missing}/${all} 已稳定`,
  }
}

function ahead(days: number): Text {
  return { en: `practice: due in ${count(days, 'day')}`, zh: `提前练习：${days} 天后到期` }
}
