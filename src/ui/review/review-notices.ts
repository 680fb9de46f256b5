import type { AnswerNews } from '../../app/news-of-answer.ts'
import type { Fault } from '../../core/fault.ts'
import type { Notice } from '../frame/notice.ts'

export const UNDONE: Notice = { tone: 'good', text: { en: 'Taken back.', zh: '已撤销。' } }

export const NOTHING_TO_UNDO: Notice = {
  tone: 'hint',
  text: { en: 'Nothing to undo in this session.', zh: '本次复习没有可撤销的操作。' },
}

export const SUSPENDED: Notice = {
  tone: 'good',
  text: {
    en: 'Suspended: the card does not come back until you take it up again.',
    zh: '已暂停：恢复之前不会再出现。',
  },
}

export const BURIED: Notice = { tone: 'good', text: { en: 'Buried until tomorrow.', zh: '已搁置到明天。' } }

export const CARD_READ: Notice = {
  tone: 'good',
  text: { en: 'The card was read again.', zh: '已重新读取这张卡片。' },
}

export const NUMBER_UNREADABLE: Notice = {
  tone: 'bad',
  text: {
    en: 'That is not a number. Type it like 42, -0.5, 1e-3 or 3/4.',
    zh: '这不是数字。可以写成 42、-0.5、1e-3 或 3/4。',
  },
}

export const ORDER_UNREADABLE: Notice = {
  tone: 'bad',
  text: {
    en: 'Type each number of the list exactly once.',
    zh: '请把列表中的每个编号恰好输入一次。',
  },
}

export const NEWS: { readonly [N in AnswerNews]: Notice } = {
  'answered-elsewhere': {
    tone: 'bad',
    text: {
      en: 'The card was answered elsewhere meanwhile; nothing was recorded here.',
      zh: '这张卡片刚在别处作答过，这里没有记录。',
    },
  },
  'became-leech': {
    tone: 'bad',
    text: {
      en: 'This card was forgotten so often that it is now suspended as a leech. Mend its text, or split it.',
      zh: '这张卡片忘记次数太多，已作为顽固卡片暂停。请改写或拆分它。',
    },
  },
}

/** A deck that was edited and cannot be read as it now is. */
export function faultNotice({ line, message }: Fault): Notice {
  return { tone: 'bad', text: { en: `Line ${line}: ${message.en}`, zh: `第 ${line} 行：${message.zh}` } }
}
