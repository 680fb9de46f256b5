import type { Role } from './symbols.ts'

export type MathNode =
  | { readonly kind: 'symbol'; readonly text: string; readonly role: Role }
  /** A name or words: kept apart from letters beside it. */
  | { readonly kind: 'word'; readonly text: string; readonly role: Role }
  | { readonly kind: 'row'; readonly items: readonly MathNode[] }
  | { readonly kind: 'fraction'; readonly top: MathNode; readonly bottom: MathNode }
  | { readonly kind: 'root'; readonly body: MathNode; readonly index: MathNode | undefined }
  | ScriptsNode
  | { readonly kind: 'accent'; readonly name: string; readonly body: MathNode }
  | { readonly kind: 'fence'; readonly open: string; readonly close: string; readonly body: MathNode }
  | GridNode

export interface ScriptsNode {
  readonly kind: 'scripts'
  readonly base: MathNode
  readonly sub: MathNode | undefined
  readonly sup: MathNode | undefined
}

/** A matrix, cases, or lines aligned at their `&`. */
export interface GridNode {
  readonly kind: 'grid'
  readonly open: string
  readonly close: string
  readonly align: 'centre' | 'left' | 'equations'
  readonly rows: readonly (readonly MathNode[])[]
}

/** Characters that are not ordinary. */
export const CHARACTERS: ReadonlyMap<string, MathNode> = new Map([
  ...characters('operator', '+-*'),
  ...characters('relation', '=<>≤≥≠≈→←∈'),
  [':=', symbol(':=', 'relation')],
  ...characters('open', '(['),
  ...characters('close', ')]'),
  ...characters('punctuation', ',;:'),
  ...characters('operator', '±×·'),
  ['~', symbol(' ', 'space')],
])

function characters(role: Role, list: string): [string, MathNode][] {
  return [...list].map((char) => [char, symbol(char === '-' ? '−' : char, role)])
}

export function symbol(text: string, role: Role = 'ordinary'): MathNode {
  return { kind: 'symbol', text, role }
}

export function word(text: string): MathNode {
  return { kind: 'word', text, role: 'ordinary' }
}

/** Empty symbols (sizes, an absent base) fall away; a single item needs no row. */
export function rowOf(items: readonly MathNode[]): MathNode {
  const shown = items.filter((item) => item.kind !== 'symbol' || item.text !== '')
  const [only] = shown
  return shown.length === 1 && only !== undefined ? only : { kind: 'row', items: shown }
}
