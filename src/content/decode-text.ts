import { isUtf8 } from 'node:buffer'
import type { Text } from '../core/locale.ts'

/** UTF-8, or UTF-16 where its mark says so; anything else would show other characters than its author wrote. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly fault: Text } {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) }
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) }
  // UTF-16 without its mark is every other byte zero, which UTF-8 allows.
  if (!isUtf8(bytes) || bytes.includes(0)) return { fault: NOT_UTF8 }
  return { text: Buffer.from(bytes).toString('utf8') }
}

const NOT_UTF8: Text = {
  en: 'The file is not UTF-8, so that none of its cards is read; save it as UTF-8 in your editor.',
  zh: '文件不是 UTF-8 编码，其中的卡片都没有读入；请在编辑器中另存为 UTF-8。',
}
