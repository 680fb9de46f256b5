import { Parser } from 'htmlparser2'
import type { MediaPlaces } from '../../../core/imported/imported-source.ts'
import { imageMarkdown } from '../../../core/text-images.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { markFormulas, withFormulas } from './formulas.ts'
import { createCode } from './markdown-code.ts'
import { EMPHASIS, emphasised, tidy } from './markdown-dress.ts'
import { createLines } from './markdown-lines.ts'
import { createLists } from './markdown-lists.ts'
import { createTables } from './markdown-tables.ts'
import { scripted } from './scripts.ts'

export interface HtmlReading {
  readonly places: MediaPlaces
  /** Where lists would be taken for the options of a question. */
  readonly lists: 'marked' | 'plain'
  /** Whether the first image is shown apart from the text. */
  readonly image: 'apart' | 'within'
}

export interface ReadHtml {
  readonly markdown: string
  readonly image: string | undefined
}

const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'table', 'hr', 'dl'])
const LINES = new Set([
  'div',
  'section',
  'article',
  'tr',
  'li',
  'dt',
  'dd',
  'summary',
  'details',
  'figure',
  'center',
])
/** What is put around the text of a ruby is put there anyway. */
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object', 'rp'])
/** Letters that say in a text what a tag does. */
const AROUND: { readonly [tag: string]: readonly [string, string] } = {
  ...EMPHASIS,
  del: ['~~', '~~'],
  s: ['~~', '~~'],
  strike: ['~~', '~~'],
  rt: ['(', ')'],
}

/**
 * Anki's HTML as our Markdown: the same letters, with what of their dress a terminal shows. Streams: nesting
 * costs nothing.
 */
export function htmlMarkdown(source: string, reading: HtmlReading): ReadHtml {
  const { html, formulas } = markFormulas(source)
  const writer = createWriter(reading)
  const parser = new Parser(
    { onopentag: writer.open, onclosetag: writer.close, ontext: writer.text },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  parser.end()
  const { text, image } = writer.end()
  return { markdown: tidy(withFormulas(emphasised(text), formulas)), image }
}

function createWriter({ places, lists: style, image }: HtmlReading) {
  const lines = createLines()
  const lists = createLists(lines, style)
  const tables = createTables(lines)
  const code = createCode(lines)
  let hidden = 0
  let script: { readonly tag: 'sub' | 'sup'; text: string } | undefined
  let link: { readonly address: string; text: string } | undefined
  let apart: string | undefined

  function open(tag: string, attributes: { readonly [name: string]: string }): void {
    if (UNSEEN.has(tag)) hidden++
    if (hidden > 0) return
    if (code.isInBlock()) {
      if (tag === 'br' || LINES.has(tag)) code.takes('\n')
    } else if (tag === 'br') lines.breakLine()
    else if (tag === 'pre') code.openBlock()
    else if (tag === 'code') code.openSpan()
    else if (tag === 'img') showImage(decoded(attributes['src'] ?? ''))
    else if (tag === 'sub' || tag === 'sup') script ??= { tag, text: '' }
    else if (tag === 'a') link = { address: attributes['href']?.trim() ?? '', text: '' }
    else if (tag === 'ul' || tag === 'ol') lists.open(tag === 'ol')
    else if (tag === 'li') lists.item()
    else if (tag === 'table') tables.open()
    else if (tag === 'tr') tables.openRow()
    else if (tag === 'td' || tag === 'th') tables.openCell()
    else if (PARAGRAPHS.has(tag)) lines.paragraph()
    else if (LINES.has(tag)) lines.breakLine()
    else lines.text(AROUND[tag]?.[0] ?? '')
  }

  function close(tag: string): void {
    if (UNSEEN.has(tag)) hidden = Math.max(0, hidden - 1)
    else if (hidden > 0) return
    else if (tag === 'pre') code.closeBlock()
    else if (code.isInBlock()) return
    else if (tag === 'code') code.closeSpan()
    else if (script !== undefined && tag === script.tag) {
      lines.text(scripted(script.text, script.tag))
      script = undefined
    } else if (tag === 'a') closeLink()
    else if (tag === 'ul' || tag === 'ol') lists.close()
    else if (tag === 'tr') tables.closeRow()
    else if (tag === 'td' || tag === 'th') tables.closeCell()
    else if (PARAGRAPHS.has(tag)) lines.paragraph()
    else if (LINES.has(tag) && tag !== 'li') lines.breakLine()
    else lines.text(AROUND[tag]?.[1] ?? '')
  }

  /** The address stands behind what leads there, where that does not say it. */
  function closeLink(): void {
    const { address, text } = link ?? { address: '', text: '' }
    link = undefined
    if (WEB.test(address) && bareAddress(address) !== bareAddress(text)) lines.text(` (${address})`)
  }

  function showImage(name: string): void {
    const place = places(name)
    if (place === undefined) lines.text(name === '' ? '' : `(${name})`)
    else if (image === 'apart' && apart === undefined) apart = place
    else lines.markdown(imageMarkdown(escapeMarkdown(name.replace(/\s+/g, ' ')), place))
  }

  return {
    open,
    close,
    text: (text: string): void => {
      if (hidden > 0) return
      if (link !== undefined) link.text += text
      if (code.takes(text)) return
      if (script !== undefined) script.text += text
      else lines.text(text)
    },
    end: () => {
      code.closeBlock()
      code.closeSpan()
      lines.text(script?.text ?? '')
      tables.closeRow()
      return { text: lines.written(), image: apart }
    },
  }
}

const WEB = /^(?:https?:\/\/|ftp:\/\/|mailto:)/i

function bareAddress(address: string): string {
  return address.trim().replace(WEB, '').replace(/\/$/, '')
}

function decoded(source: string): string {
  try {
    return decodeURIComponent(source).normalize('NFC')
  } catch {
    return source.normalize('NFC')
  }
}
