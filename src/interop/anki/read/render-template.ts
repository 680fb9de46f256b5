/** The fields of a note by their names, as HTML. */
export type NamedFields = ReadonlyMap<string, string>

export interface Rendering {
  readonly fields: NamedFields
  readonly side: 'question' | 'answer'
  /** What `cloze:` makes of a field. */
  readonly cloze: (html: string) => string
}

/** Templates that hold more tags are none that anyone wrote. */
const MOST_TAGS = 2000
const TAG = /\{\{\{?([^{}]{1,500})\}?\}\}/g

type TemplatePiece =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'tag'; readonly sign: '' | '#' | '^' | '/'; readonly name: string }

/**
 * A template of Anki with a note's fields in it. What stands before the answer is left out of it: the prompt
 * is shown anyway.
 */
export function renderTemplate(template: string, rendering: Rendering): string {
  const shown: boolean[] = []
  let html = ''
  for (const piece of piecesOf(behindPrompt(template))) {
    const isShown = !shown.includes(false)
    if (piece.kind === 'html') html += isShown ? piece.html : ''
    else if (piece.sign === '/') shown.pop()
    else if (piece.sign === '') html += isShown ? fieldValue(piece.name, rendering) : ''
    else shown.push(isFilled(piece.name, rendering.fields) === (piece.sign === '#'))
  }
  return html
}

/** By its usual line, or by the prompt's own place. */
function behindPrompt(template: string): string {
  const [, behind = ''] = /<hr[^>]*\bid\s*=\s*["']?answer["']?[^>]*>([\s\S]*)$/i.exec(template) ?? []
  return behind.trim() === '' ? template.replace(/^[\s\S]*?\{\{\s*FrontSide\s*\}\}/i, '') : behind
}

function piecesOf(written: string): readonly TemplatePiece[] {
  const template = withoutComments(written)
  const pieces: TemplatePiece[] = []
  let from = 0
  for (const { 0: whole, 1: inner = '', index } of template.matchAll(TAG)) {
    if (pieces.length > 2 * MOST_TAGS) break
    pieces.push({ kind: 'html', html: template.slice(from, index) })
    const [, sign = '', name = ''] = /^\s*([#^/]?)\s*([\s\S]*)$/.exec(inner) ?? []
    pieces.push({ kind: 'tag', sign: sign as '' | '#' | '^' | '/', name: name.trim() })
    from = index + whole.length
  }
  pieces.push({ kind: 'html', html: template.slice(from) })
  return pieces
}

function withoutComments(template: string): string {
  return template.replace(/<!--[\s\S]*?-->/g, '')
}

function isFilled(name: string, fields: NamedFields): boolean {
  const value = fields.get(name) ?? ''
  return /<(?:img|audio|video|svg|object)\b/i.test(value) || value.replace(/<[^>]*>|&nbsp;|\s/g, '') !== ''
}

function fieldValue(written: string, { fields, side, cloze }: Rendering): string {
  const filters = written.split(':').map((part) => part.trim())
  const name = filters.pop() ?? ''
  const value = fields.get(name) ?? ''
  return filters.reduceRight((html, filter) => filtered(html, filter, side, cloze), value)
}

function filtered(html: string, filter: string, side: Rendering['side'], cloze: Rendering['cloze']): string {
  const [name = ''] = filter.toLowerCase().split(' ')
  switch (name) {
    case 'text':
      return html.replace(/<[^>]*>/g, '')
    // What is typed is compared with the answer, and hints open when one asks.
    case 'type':
    case 'nc':
    case 'hint':
      return side === 'question' ? '' : html
    case 'cloze':
    case 'cloze-only':
      return cloze(html)
    case 'kanji':
      return html.replace(RUBY, '$1')
    case 'kana':
      return html.replace(RUBY, '$2')
    case 'furigana':
      return html.replace(RUBY, '$1($2)')
    case 'tts':
    case 'tts-voices':
      return ''
    default:
      return html
  }
}

const RUBY = /\s?([^\s<>&[\]]+)\[(?!sound:)([^\]]*)\]/g
