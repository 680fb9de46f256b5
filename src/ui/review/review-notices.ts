import type { Deps } from '../../app/deps.ts'
import type { AnswerNews } from '../../app/news-of-answer.ts'
import type { Undoable } from '../../app/undo-last.ts'
import type { Card } from '../../core/card.ts'
import type { Fault } from '../../core/fault.ts'
import type { Locale } from '../../core/locale.ts'
import type { Notice } from '../frame/notice.ts'
import { cropText } from '../text/line.ts'
import { promptLine } from '../text/prompt-line.ts'
import { changeName } from '../words/change-name.ts'

/** What was taken back, and of which card. @param card undefined where no deck has it any more */
export function undone({ change, isEarlier }: Omit<Undoable, 'event'>, card: Card | undefined): Notice {
  const what = changeName(change)
  const en = shortPrompt(card, 'en') ?? change.card
  const zh = shortPrompt(card, 'zh') ?? change.card
  return {
    tone: 'good',
    text: isEarlier
      ? {
          en: `Taken back from an earlier session: ${what.en}, ${en}`,
          zh: `已撤销之前一次复习的操作：${what.zh}，${zh}`,
        }
      : { en: `Taken back: ${what.en}, ${en}`, zh: `已撤销：${what.zh}，${zh}` },
  }
}

/** The ids of own cards tell a reader nothing. */
function shortPrompt(card: Card | undefined, locale: Locale): string | undefined {
  return card && cropText(promptLine(card, locale), 40)
}

export const NOTHING_TO_UNDO: Notice = {
  tone: 'hint',
  text: { en: 'There is nothing to undo.', zh: '没有可撤销的操作。' },
}

export const SUSPENDED: Notice = {
  tone: 'good',
  text: {
    en: 'Suspended: the card does not come back until you take it up again.',
    zh: '已暂停：恢复之前不会再出现。',
  },
}

export const BURIED: Notice = { tone: 'good', text: { en: 'Buried until tomorrow.', zh: '已搁置到明天。' } }

export const FLAGGED: Notice = {
  tone: 'good',
  text: {
    en: 'Flagged; `f` takes the flag away. `anneal browse is:flagged` lists such cards.',
    zh: '已加旗标，再按 `f` 可去掉。用 `anneal browse is:flagged` 列出。',
  },
}

export const UNFLAGGED: Notice = {
  tone: 'good',
  text: { en: 'The flag is taken away.', zh: '已去掉旗标。' },
}

/** How the deck that was edited reads now. */
export function noticeOfEdit({ content }: Deps, path: string): Notice {
  const fault = content.faults.find((one) => one.path === path)
  return fault ? faultNotice(fault) : CARD_READ
}

const CARD_READ: Notice = {
  tone: 'good',
  text: { en: 'The card was read again.', zh: '已重新读取这张卡片。' },
}

export const NUMBER_UNREADABLE: Notice = {
  tone: 'bad',
  text: {
    en: 'That is not a number. Type it like 42, -0.5, 1e-3, 3/4 or sqrt(2)*3.',
    zh: '这不是数字。可以写成 42、-0.5、1e-3、3/4 或 sqrt(2)*3。',
  },
}

export function decimalComma(meant: string): Notice {
  return {
    tone: 'bad',
    text: {
      en: `Did you mean ${meant}? A comma only groups thousands, as in 1,234.`,
      zh: `你是说 ${meant} 吗？逗号只用来分隔千位，例如 1,234。`,
    },
  }
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
function faultNotice({ line, message }: Fault): Notice {
  return { tone: 'bad', text: { en: `Line ${line}: ${message.en}`, zh: `第 ${line} 行：${message.zh}` } }
}
