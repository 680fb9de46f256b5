import { cleanText } from '../../../core/clean-text.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { withoutEnd } from './markdown-dress.ts'

export type MarkdownLines = ReturnType<typeof createLines>

/** Markdown that grows: text in the order in which it comes, and the lines, paragraphs and cells in which it stands. */
export function createLines() {
  let out = ''
  /** What stands before that and stays: to look at the end of a text that has grown copies all of it. */
  const settled: string[] = []
  /** Waits, so that spaces beside a tag become one with those behind it. */
  let plain = ''
  /** Where the cell of a table began that is being written. */
  let cell: { readonly parts: number; readonly at: number } | undefined

  /** All but an end that no break takes away. */
  function settle(): void {
    if (out.length < LONG || /(?:\s|<br>)$/.test(out.slice(-LOOKED_AT))) return
    settled.push(out.slice(0, -LOOKED_AT))
    out = out.slice(-LOOKED_AT)
  }

  /** Writes the text that has waited. */
  function flush(): void {
    const text = cleanText(plain.replace(/[\s\u00a0]+/g, ' '))
    plain = ''
    const escaped = escapedWithSounds(text, /^$|(?:\n|<br>\n?)$/.test(out.slice(-LOOKED_AT)))
    out += out === '' || out.endsWith('\n') ? escaped.trimStart() : escaped
  }

  /** `between` stands behind what was written so far, if anything was, in place of its last breaks. */
  function begin(between: string): void {
    flush()
    out = withoutEnd(out)
    settle()
    if (out !== '') out += between
  }

  function breakLine(): void {
    flush()
    // Behind what closes a fence nothing else may stand.
    if (/`{3}\n\n$/.test(out.slice(-LOOKED_AT))) return
    out = out.trimEnd()
    settle()
    if (out !== '' && !/(?:\n|<br>|[-.] )$/.test(out.slice(-LOOKED_AT)))
      out += cell === undefined ? '<br>\n' : '<br>'
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
      if (cell !== undefined) return
      settle()
      cell = { parts: settled.length, at: out.length }
    },
    /** Takes out what the cell holds; undefined where none was begun. */
    endCell(): string | undefined {
      flush()
      if (cell === undefined) return undefined
      const all = settled.splice(cell.parts).join('') + out
      const held = all.slice(cell.at)
      out = all.slice(0, cell.at)
      cell = undefined
      return held
    },
    /** The next line follows as it is. */
    dropBreak(): void {
      if (out.endsWith('<br>\n')) out = `${out.slice(0, -5)}\n`
    },
    written(): string {
      flush()
      return settled.join('') + out
    },
  }
}

/** So much of the end decides how a text goes on. */
const LOOKED_AT = 6
const LONG = 2000

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
