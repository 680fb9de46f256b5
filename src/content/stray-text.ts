import type { Text } from '../core/locale.ts'
import { COMMENT } from './mark-lines.ts'

/** What ended the card above a line that is in none. */
export type NoteEnd =
  | { readonly by: 'nothing' }
  | { readonly by: 'heading' | 'rule'; readonly line: number; readonly isFirst: boolean }

/** Text that is in no card. */
export function noCard(text: string, end: NoteEnd): Text {
  const remedy = remedyOf(text)
  if (end.by === 'nothing' || end.isFirst)
    return {
      en: `No card holds this text; ${remedy.en}.`,
      zh: `这段文字不属于任何卡片；${remedy.zh}。`,
    }
  const what: Text = end.by === 'rule' ? { en: '---', zh: '分隔线' } : { en: 'heading', zh: '标题' }
  return {
    en: `No card holds this text, for the ${what.en} in line ${end.line} ends the one above; ${remedy.en}, or move it above line ${end.line}.`,
    zh: `这段文字不属于任何卡片，第 ${end.line} 行的${what.zh}已结束上一张；${remedy.zh}，或移到第 ${end.line} 行之上。`,
  }
}

/** A form of another program, or a slip: undefined for text of no form. */
export function formOf(text: string): 'field' | 'pair' | undefined {
  if (MEANT.test(text.normalize('NFKC'))) return 'field'
  return /\S ?::{1,2} ?\S/.test(text) ? 'pair' : undefined
}

const MEANT =
  /^[\s>*_#-]{0,12}(?:\d{1,3}[.)] )?(?:([QAC])|(question|问题?)|(answer|答案?))(\.zh)?\d{0,3}[*_]{0,3} ?:(?!:)/i

function remedyOf(text: string): Text {
  const meant = MEANT.exec(text.normalize('NFKC'))
  if (meant !== null) {
    const [, letter, question, , language = ''] = meant
    const name = `${letter?.toUpperCase() ?? (question === undefined ? 'A' : 'Q')}${language}`
    return {
      en: `write ${name}: at the beginning of the line, without marks or spaces before it`,
      zh: `请在行首写 ${name}:，前面不要有标记或空格`,
    }
  }
  if (formOf(text) === 'pair')
    return {
      en: 'write Q: before what is asked and, in the next line, A: before the answer',
      zh: '请在题目前写 Q:，另起一行在答案前写 A:',
    }
  return {
    en: 'begin one with Q: and A:, or take it out',
    zh: '请以 Q: 和 A: 写成卡片，或删去它',
  }
}

/** A heading of which each part but the form is that of an id. */
export function noId(title: string): Text {
  const shown = title.slice(0, 80)
  return {
    en: `"${shown}" is not an id, so that it only groups what follows; write deck/slug in lower-case letters, digits and hyphens.`,
    zh: `“${shown}”不是 id，只把后面的内容归为一组；请写成 deck/slug，只用小写字母、数字和连字符。`,
  }
}

export function neverClosed(marks: string): Text {
  if (marks === COMMENT)
    return {
      en: 'This comment is never closed; close it with -->.',
      zh: '这个注释没有结束；请用 --> 结束它。',
    }
  return {
    en: `This code fence is never closed; close it with ${marks.slice(0, 8)}.`,
    zh: `这个代码块没有结束；请用 ${marks.slice(0, 8)} 结束它。`,
  }
}
