import { joinTexts, type Text, verbatim } from '../../core/locale.ts'

/** How phrases are put together. */
export const COMMA: Text = { en: ', ', zh: '，' }
export const COLON: Text = { en: ': ', zh: '：' }

export function aside(text: Text): Text {
  return { en: ` (${text.en})`, zh: `（${text.zh}）` }
}

export function join(...texts: readonly Text[]): Text {
  return joinTexts(texts, verbatim(''))
}

export function enumerate(texts: readonly Text[]): Text {
  return joinTexts(texts, COMMA)
}
