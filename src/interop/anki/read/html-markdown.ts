import { Parser } from 'htmlparser2'
import { cleanText } from '../../../core/clean-text.ts'
import type { MediaPlaces } from '../../../core/imported/imported-source.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { markFormulas, withFormulas } from './formulas.ts'
import { EMPHASIS, emphasised, tidy, withoutEnd } from './markdown-dress.ts'
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

const PARAGRAPHS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'table',
  'hr',
  'dl',
])
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
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object'])

/** Anki's HTML as our Markdown: the same letters, with what of their dress a terminal shows. Streams: nesting costs nothing. */
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

function createWriter({ places, lists, image }: HtmlReading) {
  let out = ''
  let plain = ''
  let hidden = 0
  let apart: string | undefined
  let pre: string | undefined
  let code: string | undefined
  let script: { readonly tag: 'sub' | 'sup'; text: string } | undefined
  const open: { readonly ordered: boolean; count: number }[] = []
  let row: string[] | undefined
  let cell: number | undefined
  let rows = 0

  function flush(): void {
    const text = withSounds(cleanText(plain.replace(/[\s\u00a0]+/g, ' ')))
    plain = ''
    out += out === '' || out.endsWith('\n') ? text.trimStart() : text
  }

  /** Texts name sounds between brackets. */
  function withSounds(text: string): string {
    return text
      .split(/(\[sound:[^\]]{1,300}\]|\[anki:(?:play|tts)[^\]]{0,300}\])/)
      .map((part, at) => (at % 2 === 0 ? escapeAt(part) : escapeAt(soundName(part))))
      .join('')
  }

  /** What stands within a line opens nothing that a line would. */
  function escapeAt(text: string): string {
    if (text === '') return ''
    const isAtStart = /^$|(?:\n|<br>\n?)$/.test(out.slice(-6))
    return isAtStart
      ? escapeMarkdown(text.trimStart())
      : escapeMarkdown(`\u{f8005}${text}`).replace('\u{f8005}', '')
  }

  function breakLine(): void {
    flush()
    out = out.trimEnd()
    if (out !== '' && !/(?:\n|<br>|[-.] )$/.test(out.slice(-6))) out += cell === undefined ? '<br>\n' : '<br>'
    else if (out.endsWith('<br>')) out += cell === undefined ? '\n' : ''
  }

  function paragraph(): void {
    flush()
    if (cell !== undefined) breakLine()
    else {
      out = withoutEnd(out)
      if (out !== '') out += '\n\n'
    }
  }

  function showImage(name: string): void {
    const place = places(name)
    if (place === undefined) {
      plain += name === '' ? '' : `(${name})`
      return
    }
    if (image === 'apart' && apart === undefined) {
      apart = place
      return
    }
    flush()
    out += `![${escapeMarkdown(name.replace(/\s+/g, ' ')).replace(/[\\[\]]/g, '')}](${place})`
  }

  function openTag(tag: string, attributes: { readonly [name: string]: string }): void {
    if (UNSEEN.has(tag)) hidden++
    if (hidden > 0) return
    if (pre !== undefined) {
      if (tag === 'br' || LINES.has(tag)) pre += '\n'
      return
    }
    if (tag === 'br') breakLine()
    else if (tag === 'pre') {
      paragraph()
      pre = ''
    } else if (tag === 'code' && code === undefined) code = ''
    else if (tag === 'img') showImage(decoded(attributes['src'] ?? ''))
    else if ((tag === 'sub' || tag === 'sup') && script === undefined) script = { tag, text: '' }
    else if (tag === 'ul' || tag === 'ol') {
      if (open.length === 0) paragraph()
      open.push({ ordered: tag === 'ol', count: 0 })
    } else if (tag === 'li') openItem()
    else if (tag === 'tr') {
      if (cell === undefined) breakLine()
      row = []
    } else if (tag === 'td' || tag === 'th') {
      flush()
      row ??= []
      cell ??= out.length
    } else if (PARAGRAPHS.has(tag)) {
      if (tag === 'table') rows = 0
      paragraph()
    } else if (LINES.has(tag)) breakLine()
    else if (tag in EMPHASIS) plain += EMPHASIS[tag]?.[0] ?? ''
  }

  function openItem(): void {
    const list = open.at(-1)
    flush()
    out = withoutEnd(out)
    const isPlain = lists === 'plain' || list === undefined || cell !== undefined
    if (out !== '') out += isPlain ? '<br>\n' : '\n'
    const number = list === undefined ? 0 : ++list.count
    if (isPlain) out += list?.ordered ? `${number}&#46; ` : '• '
    else out += `${'   '.repeat(Math.min(open.length - 1, DEEPEST))}${list.ordered ? `${number}.` : '-'} `
  }

  function closeTag(tag: string): void {
    if (UNSEEN.has(tag)) hidden = Math.max(0, hidden - 1)
    else if (hidden > 0) return
    else if (tag === 'pre' && pre !== undefined) closePre()
    else if (pre !== undefined) return
    else if (tag === 'code' && code !== undefined) closeCode()
    else if (script !== undefined && tag === script.tag) {
      plain += scripted(script.text, script.tag)
      script = undefined
    } else if (tag === 'ul' || tag === 'ol') {
      open.pop()
      if (open.length === 0) paragraph()
    } else if (tag === 'td' || tag === 'th') closeCell()
    else if (tag === 'tr') closeRow()
    else if (PARAGRAPHS.has(tag)) paragraph()
    else if (LINES.has(tag) && tag !== 'li') breakLine()
    else if (tag in EMPHASIS) plain += EMPHASIS[tag]?.[1] ?? ''
  }

  function closePre(): void {
    const text = cleanText(pre ?? '').replace(/^\n|\s+$/g, '')
    pre = undefined
    if (text === '') return
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
    out += cell === undefined ? `${fence}\n${text}\n${fence}\n\n` : escapeMarkdown(text.replace(/\s+/g, ' '))
  }

  function closeCode(): void {
    const text = cleanText(code ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    code = undefined
    if (text === '') return
    flush()
    if (/[`|\u{f0000}-\u{f7fff}\u{f9000}-\u{f9fff}]/u.test(text)) plain += text
    else out += `\`${text}\``
  }

  function closeCell(): void {
    flush()
    if (cell === undefined) return
    row?.push(
      out
        .slice(cell)
        .replace(/(?:<br>|\s)+/g, ' ')
        .trim(),
    )
    out = out.slice(0, cell)
    cell = undefined
  }

  function closeRow(): void {
    closeCell()
    if (row === undefined) return
    if (rows === 0) out = withoutEnd(out)
    else if (out.endsWith('<br>\n')) out = `${out.slice(0, -5)}\n`
    if (out !== '' && rows === 0) out += '\n\n'
    out += `| ${row.join(' | ')} |\n`
    if (rows++ === 0) out += `|${' --- |'.repeat(Math.max(1, row.length))}\n`
    row = undefined
  }

  return {
    open: openTag,
    close: closeTag,
    text: (text: string): void => {
      if (hidden > 0) return
      if (pre !== undefined) pre += text
      else if (code !== undefined) code += text
      else if (script !== undefined) script.text += text
      else plain += text
    },
    end: () => {
      if (pre !== undefined) closePre()
      if (code !== undefined) closeCode()
      if (script !== undefined) plain += script.text
      closeRow()
      flush()
      return { text: out, image: apart }
    },
  }
}

/** Lists further in than this stand no further in. */
const DEEPEST = 8

function decoded(source: string): string {
  try {
    return decodeURIComponent(source).normalize('NFC')
  } catch {
    return source.normalize('NFC')
  }
}

function soundName(part: string): string {
  const [, name = ''] = /^\[sound:(.*)\]$/.exec(part) ?? []
  return name === '' ? '' : `♪ ${name}`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}
