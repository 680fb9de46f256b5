import { beside, type MathBox, textBox } from './box.ts'
import { type Role, TALL } from './symbols.ts'

/** A laid-out part of a formula, and what its neighbours must know of it. */
export interface Piece {
  readonly box: MathBox
  readonly left: Role
  readonly right: Role
  readonly strength: Strength
  /** Letters and digits that would run into a letter beside them, as a name or an open subscript. */
  readonly isWord: boolean
}

/** How tightly a piece holds together, and so where it needs parentheses. */
export type Strength = keyof typeof STRENGTHS
const STRENGTHS = { sum: 0, quotient: 1, product: 2, atom: 3 }

export function isWeaker(piece: Piece, strength: Strength): boolean {
  return STRENGTHS[piece.strength] < STRENGTHS[strength]
}

export function atomPiece(box: MathBox, role: Role = 'ordinary'): Piece {
  return { box, left: role, right: role, strength: 'atom', isWord: false }
}

export function textPiece(text: string, role: Role = 'ordinary'): Piece {
  return atomPiece(textBox(text), role)
}

export function parenthesised(piece: Piece): Piece {
  return fenced('(', ')', piece.box)
}

/** Delimiters as tall as what they hold. */
export function fenced(open: string, close: string, body: MathBox): Piece {
  const box = beside([delimiter(open, body), body, delimiter(close, body)])
  return { box, left: 'open', right: 'close', strength: 'atom', isWord: false }
}

function delimiter(mark: string, body: MathBox): MathBox {
  const height = body.lines.length
  const shape = TALL.get(mark)
  if (height === 1 || shape === undefined) return textBox(mark)
  const [top, middle, bottom, extension] = shape
  const lines = Array.from({ length: height }, (_, row) => {
    if (row === 0) return top
    if (row === height - 1) return bottom
    return row === (height - 1) >> 1 ? middle : extension
  })
  return { lines: height === 2 ? shortBrace(mark, lines) : lines, width: 1, baseline: body.baseline }
}

/** Two lines have no room for the tip of a brace. */
function shortBrace(mark: string, lines: readonly string[]): readonly string[] {
  if (mark === '{') return ['⎰', '⎱']
  return mark === '}' ? ['⎱', '⎰'] : lines
}

/** Joins the pieces of a row with the spaces of mathematics; scripts are set tight. */
export function joined(pieces: readonly Piece[], spacing: 'spaced' | 'tight'): Piece {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) return only
  const settled = pieces.flatMap((piece, at) => settle(piece, pieces, at))
  const boxes = settled.flatMap((piece, at) => {
    const before = settled[at - 1]
    return before !== undefined && needsSpace(before, piece, spacing)
      ? [textBox(' '), piece.box]
      : [piece.box]
  })
  return {
    box: beside(boxes),
    left: settled[0]?.left ?? 'ordinary',
    right: settled.at(-1)?.right ?? 'ordinary',
    strength: strengthOf(settled),
    isWord: settled.at(-1)?.isWord ?? false,
  }
}

const BEFORE_SIGN: readonly (Role | undefined)[] = [
  undefined,
  'operator',
  'relation',
  'open',
  'punctuation',
  'function',
  'large',
  'space',
]

/**
 * Decides what depends on the neighbours: whether a minus is a sign, a bar opens or closes, a quotient needs
 * parentheses.
 */
function settle(piece: Piece, pieces: readonly Piece[], at: number): Piece | Piece[] {
  const before = pieces[at - 1]
  const after = pieces[at + 1]
  const isFirst = BEFORE_SIGN.includes(before?.right)
  if (piece.left === 'operator') {
    const isSign = isFirst || after === undefined || after.left === 'relation' || after.left === 'close'
    return isSign ? { ...piece, left: 'ordinary', right: 'open' } : piece
  }
  if (piece.box.lines.length === 1 && piece.box.lines[0] === '|' && piece.left === 'ordinary') {
    return isFirst ? { ...piece, left: 'open', right: 'open' } : { ...piece, left: 'close', right: 'close' }
  }
  if (piece.strength !== 'quotient' || !isQuotient(piece)) return piece
  if (isCrowded(before, after)) return parenthesised(piece)
  const isFactor = before !== undefined && CLINGING.includes(before.right)
  return isFactor ? [textPiece('·', 'operator'), piece] : piece
}

/** Not a function with its argument, which needs no care in a product. */
function isQuotient(piece: Piece): boolean {
  return piece.left === 'ordinary' && piece.right === 'ordinary'
}

const CLINGING: readonly Role[] = ['ordinary', 'close']

/** Where a line with a slash would be read otherwise than the fraction. */
function isCrowded(before: Piece | undefined, after: Piece | undefined): boolean {
  if (before?.right === 'function' || isBar(before)) return true
  return after !== undefined && ['ordinary', 'open', 'function'].includes(after.left) && !isEnding(after)
}

function needsSpace(before: Piece, after: Piece, spacing: 'spaced' | 'tight'): boolean {
  const [a, b] = [before.right, after.left]
  if (a === 'space' || b === 'space') return false
  const touchesLetter = b === 'ordinary' || b === 'function' || b === 'large'
  if (before.isWord && after.isWord && touchesLetter) return true
  if (spacing === 'tight') return false
  if (a === 'open' || b === 'close') return false
  if (a === 'relation' || b === 'relation' || a === 'operator' || b === 'operator') return true
  if (a === 'punctuation') return true
  if (b === 'punctuation') return false
  if (a === 'function' || a === 'large') return b !== 'open' || a === 'large'
  if (b === 'function' || b === 'large') return true
  return touchesLetter && (before.isWord || after.isWord) && !isBar(before) && !isBar(after)
}

function isBar(piece: Piece | undefined): boolean {
  return ['/', '|', '!', '.'].includes(textOf(piece))
}

function isEnding(piece: Piece): boolean {
  return ['|', '.', '…'].includes(textOf(piece))
}

function textOf(piece: Piece | undefined): string {
  return piece?.box.lines.length === 1 ? (piece.box.lines[0] ?? '') : ''
}

/** Only what stands outside all parentheses counts. */
function strengthOf(pieces: readonly Piece[]): Strength {
  const outer = outside(pieces)
  if (outer.length === 0) return isEnclosed(pieces) ? 'atom' : 'product'
  if (outer.some(({ left }) => left === 'operator' || left === 'relation' || left === 'punctuation'))
    return 'sum'
  if (outer[0] === pieces[0] && outer[0]?.left === 'ordinary' && outer[0].right === 'open') return 'sum'
  if (outer.some(({ right }) => right === 'function' || right === 'large')) return 'quotient'
  if (outer.some((piece) => textOf(piece) === '/')) return 'quotient'
  return isOneThing(pieces, outer) ? 'atom' : 'product'
}

/** In one pair of parentheses, without a power on it: `(a)(b)` and `(a)²` are not. */
function isEnclosed(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1)
  if (last !== undefined && [...textOf(last)].length !== 1 && last.box.lines.length === 1) return false
  let depth = 0
  return pieces.every(({ left, right }, at) => {
    if (left === 'open' && right === 'open') depth++
    if (left === 'close') depth--
    return depth > 0 || at === pieces.length - 1
  })
}

/** `P(x)` and `∂w` hold together though they are two. */
function isOneThing(pieces: readonly Piece[], outer: readonly Piece[]): boolean {
  const [first] = pieces
  if (first === undefined || first !== outer[0] || outer.length > 2) return false
  if (outer.length === 2) return pieces.length === 2 && /^[∂Δ∇]/u.test(textOf(first))
  const inside = pieces.slice(1)
  return inside.length > 0 && inside.every(({ left }) => left !== 'operator')
}

function outside(pieces: readonly Piece[]): readonly Piece[] {
  let depth = 0
  return pieces.filter((piece) => {
    const isFence = piece.left === 'open' || piece.left === 'close'
    if (piece.left === 'open' && piece.right === 'open') depth++
    const isOuter = depth === 0 && !isFence
    if (piece.left === 'close' && depth > 0) depth--
    return isOuter
  })
}
