import { unreachable } from '../unreachable.ts'
import { aligned, beside, type MathBox, stacked, textBox } from './box.ts'
import { endsInLetter, isLetters } from './letters.ts'
import type { GridNode, MathNode, ScriptsNode } from './math-node.ts'
import { atomPiece, fenced, isWeaker, joined, type Piece, parenthesised, textPiece } from './piece.ts'
import { ACCENTS, toSubscript, toSuperscript } from './symbols.ts'

/** `script` is one line without spaces, `inline` one line, `display` as many as the formula wants. */
export type Style = 'script' | 'inline' | 'display'

export function layOut(node: MathNode, style: Style): Piece {
  switch (node.kind) {
    case 'symbol':
      return { ...textPiece(node.text, node.role), isWord: false }
    case 'word':
      return {
        ...textPiece(node.text, node.role),
        isWord: endsInLetter(node.text) && [...node.text].length > 1,
      }
    case 'row':
      return joined(
        node.items.map((item) => layOut(item, style)),
        style === 'script' ? 'tight' : 'spaced',
      )
    case 'fraction':
      return layOutFraction(node.top, node.bottom, style)
    case 'root':
      return layOutRoot(node.body, node.index, style)
    case 'scripts':
      return layOutScripts(node, style)
    case 'accent':
      return layOutAccent(node.name, layOut(node.body, style))
    case 'fence':
      return fenced(node.open, node.close, layOut(node.body, style).box)
    case 'grid':
      return style === 'display' ? layOutGrid(node) : flattenGrid(node, style)
    default:
      return unreachable(node)
  }
}

function layOutFraction(top: MathNode, bottom: MathNode, style: Style): Piece {
  if (style !== 'display') {
    const box = beside([grouped(top, 'product', style).box, textBox('/'), grouped(bottom, 'atom', style).box])
    return { ...atomPiece(box), strength: 'quotient' }
  }
  const [over, under] = [layOut(top, style).box, layOut(bottom, style).box]
  const bar = textBox('─'.repeat(Math.max(over.width, under.width) + 2))
  return atomPiece(stacked([over, bar, under], 1))
}

/** In parentheses where it holds together less than that. */
function grouped(node: MathNode, strength: 'atom' | 'product', style: Style): Piece {
  const piece = layOut(node, style)
  return isWeaker(piece, strength) ? parenthesised(piece) : piece
}

function layOutRoot(body: MathNode, index: MathNode | undefined, style: Style): Piece {
  const degree = index === undefined ? '' : lineOf(layOut(index, 'script'))
  const mark = `${toSuperscript(degree) ?? degree}√`
  const piece = layOut(body, style)
  if (piece.box.lines.length === 1) {
    const isBare = !isWeaker(piece, 'atom') && body.kind !== 'root'
    const shown = isBare ? piece : parenthesised(piece)
    return { ...atomPiece(beside([textBox(mark), shown.box])), isWord: piece.isWord }
  }
  return atomPiece(tallRoot(piece.box, mark.slice(0, -1)))
}

/** A root over several lines: a bar above and a stem beside what it covers. */
function tallRoot(body: MathBox, degree: string): MathBox {
  const height = body.lines.length
  const hook = textBox(`${degree}╲`)
  const stem = (row: number) => (row === height - 1 ? `${degree}╲│ ` : `${' '.repeat(hook.width)}│ `)
  const lines = body.lines.map((line, row) => `${stem(row)}${line} `)
  const bar = `${' '.repeat(hook.width)}┌${'─'.repeat(body.width + 2)}`
  return { lines: [bar, ...lines], width: hook.width + body.width + 3, baseline: body.baseline + 1 }
}

const WITH_LIMITS = new Set(['max', 'min', 'lim', 'sup', 'inf', 'argmax', 'argmin', 'limsup', 'liminf'])

function layOutScripts(node: ScriptsNode, style: Style): Piece {
  const base = layOut(node.base, style)
  if (style === 'display' && takesLimits(node.base)) return layOutLimits(node, base)
  const isBare = !isWeaker(base, 'atom') && node.base.kind !== 'fraction'
  const shown = isBare || (style === 'display' && base.box.lines.length > 1) ? base : parenthesised(base)
  const sub = script(node.sub, toSubscript, '_')
  const sup = script(node.sup, toSuperscript, '^')
  const isRaised = style === 'display' && (shown.box.lines.length > 1 || sup?.isLong)
  if (isRaised) return besideTall(shown, sub, sup)
  // An open subscript would seem to go on into the superscript.
  const scripts = sub?.isOpen && sup && !sup.isOpen ? [sup, sub] : [sub, sup]
  const boxes = scripts.flatMap((part) => (part ? [textBox(part.text)] : []))
  const isWord = scripts.some((part) => part?.isOpen) || (shown.isWord && boxes.length === 0)
  return { ...shown, box: beside([shown.box, ...boxes]), isWord, strength: 'atom' }
}

function takesLimits(base: MathNode): boolean {
  if (base.kind === 'symbol') return base.role === 'large' && base.text !== '∫'
  return base.kind === 'word' && base.role === 'function' && WITH_LIMITS.has(base.text)
}

function layOutLimits(node: ScriptsNode, base: Piece): Piece {
  const above = node.sup ? [layOut(node.sup, 'script').box] : []
  const below = node.sub ? [layOut(node.sub, 'script').box] : []
  return { ...base, box: stacked([...above, base.box, ...below], above.length), isWord: false }
}

interface Script {
  readonly text: string
  /** As it is shown above or below the line. */
  readonly bare: string
  /** Has no Unicode form, and is more than a name. */
  readonly isLong: boolean
  /** A name behind a bare `_` or `^`: a letter behind it would seem to belong to it. */
  readonly isOpen: boolean
}

/** In Unicode's own scripts where all characters have one, else `_b` or `^(…)`. */
function script(
  node: MathNode | undefined,
  toUnicode: (text: string) => string | undefined,
  mark: '_' | '^',
): Script | undefined {
  if (node === undefined) return undefined
  const piece = layOut(node, 'script')
  const text = lineOf(piece)
  if (text === '') return undefined
  const unicode = toUnicode(text)
  if (unicode !== undefined) return { text: unicode, bare: unicode, isOpen: false, isLong: false }
  const isName = [...text].length === 1 || isLetters(text)
  if (isName) return { text: mark + text, bare: text, isOpen: true, isLong: false }
  return { text: `${mark}(${text})`, bare: text, isOpen: false, isLong: true }
}

/** Scripts at the corners: level with the first and last line of something tall, else above and below its line. */
function besideTall(base: Piece, sub: Script | undefined, sup: Script | undefined): Piece {
  const { lines, baseline } = base.box
  const isTall = lines.length > 1
  const above = sup ? [{ ...textBox(sup.bare), baseline: isTall ? baseline : 1 }] : []
  const below = sub ? [{ ...textBox(sub.bare), baseline: isTall ? baseline + 1 - lines.length : -1 }] : []
  const level = sub && !isTall && !sub.isLong ? [{ ...textBox(sub.text), baseline: 0 }] : below
  const scripts = [...above, ...level]
  const width = Math.max(...scripts.map((box) => box.width), 0)
  const column = overlaid(
    scripts.map((box) => aligned(box, width, 'left')),
    width,
  )
  return { ...base, box: beside([base.box, column]), strength: 'atom', isWord: false }
}

/** Boxes in the same columns, on lines that do not meet. */
function overlaid(boxes: readonly MathBox[], width: number): MathBox {
  const above = Math.max(...boxes.map((box) => box.baseline), 0)
  const below = Math.max(...boxes.map((box) => box.lines.length - 1 - box.baseline), 0)
  const lines = Array.from(
    { length: above + below + 1 },
    (_, row) =>
      boxes.map((box) => box.lines[row - above + box.baseline]).find((line) => line !== undefined) ??
      ' '.repeat(width),
  )
  return { lines, width, baseline: above }
}

function layOutAccent(name: string, body: Piece): Piece {
  const mark = ACCENTS.get(name) ?? ''
  const text = lineOf(body)
  // Each with its marks: were these letters too, accents on accents would double the text each time.
  const letters = text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
  if (body.box.lines.length > 1)
    return { ...body, box: beside([textBox(name), fenced('(', ')', body.box).box]) }
  if (letters.length <= 1) return { ...body, box: textBox((text + mark).normalize('NFC')) }
  if (name === 'overline' || name === 'underline' || name === 'bar') {
    return {
      ...body,
      box: textBox(letters.map((letter) => (letter === ' ' ? letter : letter + mark)).join('')),
    }
  }
  return textPiece(`${name.replace('wide', '')}(${text})`)
}

function layOutGrid(node: GridNode): Piece {
  const rows = node.rows.map((row) => row.map((cell) => layOut(cell, 'display').box))
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(0, ...rows.map((row) => row[at]?.width ?? 0)),
  )
  const gap = textBox(node.align === 'equations' ? ' ' : '  ')
  const lines = rows.map((row) =>
    beside(
      widths.flatMap((width, at) => {
        const cell = aligned(row[at] ?? textBox(''), width, alignmentOf(node, at))
        return at === 0 ? [cell] : [gap, cell]
      }),
    ),
  )
  const body = stacked(lines, 0)
  const levelled = { ...body, baseline: (body.lines.length - 1) >> 1 }
  if (node.open === '' && node.close === '') return atomPiece(levelled)
  const pad = node.open === '{' || node.open === '[' ? textBox(' ') : textBox('')
  return fenced(node.open, node.close, {
    ...beside([{ ...pad, baseline: 0 }, levelled, node.close ? pad : textBox('')]),
  })
}

function alignmentOf(node: GridNode, column: number): 'left' | 'centre' | 'right' {
  if (node.align !== 'equations') return node.align
  return column % 2 === 0 ? 'right' : 'left'
}

/** `[a b; c d]` */
function flattenGrid(node: GridNode, style: Style): Piece {
  const cells = (row: readonly MathNode[]) => row.map((cell) => lineOf(layOut(cell, style)))
  const separator = node.align === 'left' ? ', ' : ' '
  const text = node.rows.map((row) => cells(row).join(separator)).join('; ')
  return fenced(node.open, node.close, textBox(text))
}

function lineOf(piece: Piece): string {
  return piece.box.lines.join(' ')
}
