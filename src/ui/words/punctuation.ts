import type { Text } from '../../core/locale.ts'

/** How phrases are put together. */
export const COMMA: Text = { en: ', ', zh: '，' }
export const COLON: Text = { en: ': ', zh: '：' }

export function aside(text: Text): Text {
  return { en: ` (${text.en})`, zh: `（${text.zh}）` }
}

export function join(...texts: readonly Text[]): Text {
  return { en: texts.map(({ en }) => en).join(''), zh: texts.map(({ zh }) => zh).join('') }
}

export function enumerate(texts: readonly Text[]): Text {
  return { en: texts.map(({ en }) => en).join(COMMA.en), zh: texts.map(({ zh }) => zh).join(COMMA.zh) }
}
