import { count, type Text } from '../../core/locale.ts'
import type { Marks } from '../../core/memory.ts'
import { enumerate } from './punctuation.ts'

/** `3 suspended, 1 leech: …`, with what lists them; undefined where every leech was taken up again. */
export function marksText({ suspended, leeches }: Marks, way: Text): Text | undefined {
  if (suspended === 0) return undefined
  const { en, zh } = enumerate([suspendedText(suspended), ...(leeches > 0 ? [leechesText(leeches)] : [])])
  return { en: `${en}: ${way.en}.`, zh: `${zh}：${way.zh}。` }
}

export const KEPT_BACK_BY_COMMAND: Text = {
  en: '`anneal review suspended` lists them and how to take them up',
  zh: '用 `anneal review suspended` 查看，并了解如何恢复',
}

/** On a screen where `/` leads to the cards, of which another one asks. */
export const KEPT_BACK_BY_KEY: Text = {
  en: '`//is:suspended` and enter lists them, `s` there takes one up',
  zh: '输入 `//is:suspended` 再按回车查看，在那里按 `s` 恢复',
}

export const SUSPENDED: Text = { en: 'suspended', zh: '已暂停' }

export const NONE_KEPT_BACK: Text = {
  en: 'No card is suspended, and none is a leech.',
  zh: '没有暂停的卡片，也没有顽固卡片。',
}

function suspendedText(cards: number): Text {
  return { en: `${count(cards, 'card')} suspended`, zh: `已暂停 ${cards} 张卡片` }
}

function leechesText(cards: number): Text {
  return { en: count(cards, 'leech', 'leeches'), zh: `顽固卡片 ${cards} 张` }
}
