import { cleanText } from '../../../core/clean-text.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { withoutEnd } from './markdown-dress.ts'

export type MarkdownLines = ReturnType<typeof createLines>

/** Markdown that grows: text in the order in which it comes, and the lines, paragraphs and cells in which it stands. */
export function createLines() {
  let out = ''
  /** Waits, so that spaces beside a tag become one with those behind it. */
  let plain = ''
  /** Where the cell of a table began that is being written. */
  let cell: number | undefined

  /** Writes the text that has waited. */
  function flush(): void {
    const text = cleanText(plain.replace(/[\s\u00a0]+/g, ' '))
    plain = ''
    const escaped = escapedWithSounds(text, /^$|(?:\n|<br>\n?)$/.test(out.slice(-6)))
    out += out === '' || out.endsWith('\n') ? escaped.trimStart() : escaped
  }

  /** `between` stands behind what was written so far, if anything was, in place of its last breaks. */
  function begin(between: string): void {
    flush()
    out = withoutEnd(out)
    if (out !== '') out += between
  }

  function breakLine(): void {
    flush()
    // Behind what closes a fence nothing else may stand.
    if (/`{3}\n\n$/.test(out.slice(-6))) return
    out = out.trimEnd()
    if (out !== '' && !/(?:\n|<br>|[-.] )$/.test(out.slice(-6))) out += cell === undefined ? '<br>\n' : '<br>'
    else if (out.endsWith('<br>')) out += cell === undefined ? '\n' : ''
  }

  return {
    flush,
    begin,
    breakLine,
    paragraph: (): void => (cell === undefined ? begin('\n\n') : breakLine()),
    text(text: string): void {
      plain += text
    },
    markdown(markdown: string): void {
      flush()
      out += markdown
    },
    isInCell: () => cell !== undefined,
    beginCell(): void {
      flush()
      cell ??= out.length
    },
    /** Takes out what the cell holds; undefined where none was begun. */
    endCell(): string | undefined {
      flush()
      if (cell === undefined) return undefined
      const held = out.slice(cell)
      out = out.slice(0, cell)
      cell = undefined
      return held
    },
    /** The next line follows as it is. */
    dropBreak(): void {
      if (out.endsWith('<br>\n')) out = `${out.slice(0, -5)}\n`
    },
    written(): string {
      flush()
      return out
    },
  }
}

/** Texts name sounds between brackets. */
function escapedWithSounds(text: string, isAtStart: boolean): string {
  return text
    .split(/(\[sound:[^\]]{1,300}\]|\[anki:(?:play|tts)[^\]]{0,300}\])/)
    .map((part, at) => escaped(at % 2 === 0 ? part : soundName(part), isAtStart))
    .join('')
}

/** What stands within a line opens nothing that a line would. */
function escaped(text: string, isAtStart: boolean): string {
  if (text === '') return ''
  return isAtStart
    ? escapeMarkdown(text.trimStart())
    : escapeMarkdown(`\u{f8005}${text}`).replace('\u{f8005}', '')
}

function soundName(part: string): string {
  const [, name = ''] = /^\[sound:(.*)\]$/.exec(part) ?? []
  return name === '' ? '' : `♪ ${name}`
}
