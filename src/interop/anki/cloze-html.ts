import { parseCloze } from '../../core/cloze.ts'
import { htmlOf, type NameMedia } from './markdown-html.ts'

/** Stand around what is hidden while the Markdown is read, the first with its number: letters that nobody uses. */
const OPENS = 0x100000
const CLOSES = String.fromCodePoint(0x10fffd)
const HIDDEN = /([\u{100001}-\u{100063}])(.*?)\u{10fffd}/gsu

/** `each [1: query] meets all [2: keys]` gives `each {{c1::query}} meets all {{c2::keys}}`. */
export function clozeHtml(text: string, nameMedia: NameMedia): string {
  const marked = parseCloze(withoutMarks(text)).parts.map((part) =>
    part.kind === 'hidden' ? String.fromCodePoint(OPENS + part.number) + part.text + CLOSES : part.text,
  )
  const html = htmlOf(marked.join(''), nameMedia).replaceAll('{{c', '{&#123;c')
  return html.replace(HIDDEN, (_, open: string, inner: string) => {
    return `{{c${(open.codePointAt(0) ?? OPENS) - OPENS}::${innerHtml(inner)}}}`
  })
}

function withoutMarks(text: string): string {
  return text.replace(/[\u{100000}-\u{10ffff}]/gu, '')
}

/** Two colons would begin a hint, and two braces end what is hidden; as names of characters they do neither. */
function innerHtml(html: string): string {
  return html.replaceAll('::', ':&#58;').replace(/\}(?=\}|$)/g, '&#125;')
}
