import { isUtf8 } from 'node:buffer'
import type { Text } from '../core/locale.ts'

/** UTF-8, or UTF-16 where its mark says so; anything else would show other characters than its author wrote. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly fault: Text } {
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8') return decodeUtf16(bytes, encoding)
  if (!isUtf8(bytes)) return { fault: NOT_UTF8 }
  // UTF-16 without its mark is every other byte zero, which UTF-8 allows.
  const zero = bytes.indexOf(0)
  if (zero >= 0) return { fault: zero < 2 ? NOT_UTF8 : zeroIn(lineAt(bytes, zero)) }
  return { text: Buffer.from(bytes).toString('utf8') }
}

/** In the encoding of other bytes that were decoded, with their mark. */
export function encodeLike(other: Uint8Array, text: string): Uint8Array {
  const encoding = encodingOf(other)
  if (encoding === 'utf-8') return Buffer.from(text)
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  return encoding === 'utf-16le' ? little : little.swap16()
}

/** By the mark at the beginning. */
export function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** UTF-32 has the mark of UTF-16, and zeroes behind it. */
function decodeUtf16(bytes: Uint8Array, encoding: string): ReturnType<typeof decodeText> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? { fault: NOT_UTF8 } : { text }
  } catch (error) {
    if (error instanceof TypeError) return { fault: NOT_UTF8 }
    throw error
  }
}

const NOT_UTF8: Text = {
  en: 'The file is not UTF-8, so that none of its cards is read; save it as UTF-8 in your editor.',
  zh: '文件不是 UTF-8 编码，其中的卡片都没有读入；请在编辑器中另存为 UTF-8。',
}

function lineAt(bytes: Uint8Array, at: number): number {
  return bytes.subarray(0, at).reduce((line, byte) => (byte === 0x0a ? line + 1 : line), 1)
}

function zeroIn(line: number): Text {
  return {
    en: `The file has a zero byte in line ${line}, so that none of its cards is read; take it out, or save the file as UTF-8 in your editor.`,
    zh: `文件第 ${line} 行有一个零字节，其中的卡片都没有读入；请删去它，或在编辑器中另存为 UTF-8。`,
  }
}
