import { createLatexReader, type LatexReader } from './latex-reader.ts'
import {
  CHARACTERS,
  type GridNode,
  type MathNode,
  rowOf,
  type ScriptsNode,
  symbol,
  word,
} from './math-node.ts'
import { ACCENTS, COMMANDS, SPACES, toAlphabet } from './symbols.ts'

export interface ParsedMath {
  readonly node: MathNode
  /** In words for the author. */
  readonly faults: readonly string[]
}

const DEEPEST = 40
const LONGEST = 4000

/** Reads the subset of LaTeX that docs/deck-format.md names. Never throws: what it does not know stands as text. */
export function parseLatex(latex: string): ParsedMath {
  if (latex.length > LONGEST) {
    return { node: symbol(latex), faults: [`the formula has more than ${LONGEST} characters; split it`] }
  }
  const reader = createLatexReader(latex)
  const items: MathNode[] = []
  while (!reader.isAtEnd()) {
    items.push(...parseItems(reader, 0))
    const stray = reader.take()
    if (stray === undefined) break
    reader.complain(
      stray === '}' ? 'a closing brace has no opening one' : `${stray} stands outside an environment`,
    )
  }
  return { node: rowOf(items), faults: reader.faults }
}

const STOPS = new Set(['}', '&', '\\\\', '\\right', '\\end'])

/** Up to a token that ends a group, a cell, a fence or an environment. */
function parseItems(reader: LatexReader, depth: number): MathNode[] {
  const items: MathNode[] = []
  for (let next = reader.peek(); next !== undefined && !STOPS.has(next); next = reader.peek()) {
    if (next === '^' || next === '_' || next === "'") addScript(items, reader, depth)
    else items.push(...shownOf(parseAtom(reader, depth)))
  }
  return items
}

/** A size such as \big shows nothing, and a script behind it belongs to what stands before. */
function shownOf(node: MathNode): readonly MathNode[] {
  return node.kind === 'symbol' && node.text === '' ? [] : [node]
}

function addScript(items: MathNode[], reader: LatexReader, depth: number): void {
  const mark = reader.take()
  const last = items.pop() ?? symbol('')
  const base: ScriptsNode =
    last.kind === 'scripts' ? last : { kind: 'scripts', base: last, sub: undefined, sup: undefined }
  const script = mark === "'" ? symbol('′') : parseArgument(reader, depth, mark ?? '')
  if (mark === '_') {
    if (base.sub) reader.complain('two subscripts follow each other; put braces around one')
    items.push({ ...base, sub: base.sub ? rowOf([base.sub, script]) : script })
    return
  }
  if (base.sup && mark === '^' && !isPrimes(base.sup)) {
    reader.complain('two superscripts follow each other; put braces around one')
  }
  items.push({ ...base, sup: base.sup ? rowOf([base.sup, script]) : script })
}

function isPrimes(node: MathNode): boolean {
  if (node.kind === 'row') return node.items.every(isPrimes)
  return node.kind === 'symbol' && node.text === '′'
}

function parseArgument(reader: LatexReader, depth: number, of: string): MathNode {
  const next = reader.peek()
  if (next === undefined || STOPS.has(next)) {
    reader.complain(`${of} lacks its argument`)
    return symbol('')
  }
  if (/^\d/.test(next)) return symbol(reader.takeChar())
  return parseAtom(reader, depth)
}

function parseAtom(reader: LatexReader, depth: number): MathNode {
  const token = reader.take() ?? ''
  if (depth > DEEPEST) {
    reader.complain('it is nested too deeply')
    return symbol(token)
  }
  if (token === '{') return parseGroup(reader, depth)
  if (token.startsWith('\\')) return parseCommand(token.slice(1), reader, depth)
  return CHARACTERS.get(token) ?? symbol(token)
}

function parseGroup(reader: LatexReader, depth: number): MathNode {
  const body = rowOf(parseItems(reader, depth + 1))
  if (!reader.accept('}')) reader.complain('an opening brace is never closed')
  // As in TeX, a mark alone in braces is set without spaces: 1{,}000.
  return body.kind === 'symbol' && body.role === 'punctuation' ? symbol(body.text) : body
}

function parseCommand(name: string, reader: LatexReader, depth: number): MathNode {
  const glyph = COMMANDS.get(name)
  if (glyph) return { kind: glyph.role === 'function' ? 'word' : 'symbol', ...glyph }
  const space = SPACES.get(name)
  if (space !== undefined) return symbol(space, 'space')
  if (ACCENTS.has(name)) return { kind: 'accent', name, body: parseArgument(reader, depth + 1, `\\${name}`) }
  const construct = CONSTRUCTS[name]
  if (construct !== undefined && Object.hasOwn(CONSTRUCTS, name)) return construct(reader, depth + 1, name)
  reader.complain(`\\${name} is unknown; see docs/deck-format.md for the commands`)
  return { kind: 'word', text: name, role: 'ordinary' }
}

type Construct = (reader: LatexReader, depth: number, name: string) => MathNode

const CONSTRUCTS: Readonly<Record<string, Construct>> = {
  frac: parseFraction,
  dfrac: parseFraction,
  tfrac: parseFraction,
  binom: (reader, depth, name) => {
    const rows = [[parseArgument(reader, depth, `\\${name}`)], [parseArgument(reader, depth, `\\${name}`)]]
    return { kind: 'grid', open: '(', close: ')', align: 'centre', rows }
  },
  sqrt: (reader, depth) => {
    const index = reader.accept('[') ? rowOf(parseUntilBracket(reader, depth)) : undefined
    return { kind: 'root', index, body: parseArgument(reader, depth, '\\sqrt') }
  },
  text: parseWords,
  textbf: parseWords,
  textit: parseWords,
  textrm: parseWords,
  texttt: parseWords,
  mbox: parseWords,
  operatorname: (reader) => ({ kind: 'word', text: reader.rawGroup().trim(), role: 'function' }),
  mathrm: parseUpright,
  mathit: parseUpright,
  mathsf: parseUpright,
  mathtt: parseUpright,
  mathbf: parsePlain,
  boldsymbol: parsePlain,
  bm: parsePlain,
  mathfrak: parsePlain,
  mathbb: (reader) => symbol(toAlphabet(reader.rawGroup().trim(), 'double-struck')),
  mathcal: (reader) => symbol(toAlphabet(reader.rawGroup().trim(), 'script')),
  mathscr: (reader) => symbol(toAlphabet(reader.rawGroup().trim(), 'script')),
  left: parseFence,
  begin: parseEnvironment,
  underset: (reader, depth) => {
    const sub = parseArgument(reader, depth, '\\underset')
    return { kind: 'scripts', base: parseArgument(reader, depth, '\\underset'), sub, sup: undefined }
  },
  overset: (reader, depth) => {
    const sup = parseArgument(reader, depth, '\\overset')
    return { kind: 'scripts', base: parseArgument(reader, depth, '\\overset'), sub: undefined, sup }
  },
  underbrace: parsePlain,
  overbrace: parsePlain,
  not: (reader, depth) => {
    const body = parseArgument(reader, depth, '\\not')
    return body.kind === 'symbol' ? { ...body, text: `${body.text}\u0338` } : body
  },
  pmod: (reader, depth) =>
    rowOf([
      symbol(' ', 'space'),
      symbol('(', 'open'),
      word('mod '),
      parseArgument(reader, depth, '\\pmod'),
      symbol(')', 'close'),
    ]),
  ...Object.fromEntries(
    'displaystyle textstyle limits nolimits big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr'
      .split(' ')
      .map((name) => [name, () => symbol('')]),
  ),
}

function parseFraction(reader: LatexReader, depth: number, name: string): MathNode {
  const top = parseArgument(reader, depth, `\\${name}`)
  return { kind: 'fraction', top, bottom: parseArgument(reader, depth, `\\${name}`) }
}

function parseUntilBracket(reader: LatexReader, depth: number): MathNode[] {
  const items: MathNode[] = []
  for (
    let next = reader.peek();
    next !== undefined && next !== ']' && !STOPS.has(next);
    next = reader.peek()
  ) {
    items.push(parseAtom(reader, depth))
  }
  if (!reader.accept(']')) reader.complain('an opening bracket is never closed')
  return items
}

function parseWords(reader: LatexReader): MathNode {
  return word(reader.rawGroup())
}

/** Several upright letters are a name, one alone a letter. */
function parseUpright(reader: LatexReader, depth: number, name: string): MathNode {
  const node = parseArgument(reader, depth, `\\${name}`)
  const letters = node.kind === 'row' ? node.items : [node]
  if (letters.length < 2 || letters.some((letter) => letter.kind !== 'symbol')) return node
  return word(letters.map((letter) => (letter.kind === 'symbol' ? letter.text : '')).join(''))
}

/** Bold and the like do not show in a terminal. */
function parsePlain(reader: LatexReader, depth: number, name: string): MathNode {
  return parseArgument(reader, depth, `\\${name}`)
}

function parseFence(reader: LatexReader, depth: number): MathNode {
  const open = readDelimiter(reader)
  const body = rowOf(parseItems(reader, depth))
  if (reader.accept('\\right')) return { kind: 'fence', open, close: readDelimiter(reader), body }
  reader.complain('\\left has no \\right')
  return { kind: 'fence', open, close: '', body }
}

function readDelimiter(reader: LatexReader): string {
  const token = reader.take() ?? '.'
  if (token === '.') return ''
  return COMMANDS.get(token.slice(1))?.text ?? token
}

const ENVIRONMENTS: ReadonlyMap<string, Omit<GridNode, 'kind' | 'rows'>> = new Map([
  ['matrix', { open: '', close: '', align: 'centre' }],
  ['pmatrix', { open: '(', close: ')', align: 'centre' }],
  ['bmatrix', { open: '[', close: ']', align: 'centre' }],
  ['Bmatrix', { open: '{', close: '}', align: 'centre' }],
  ['vmatrix', { open: '|', close: '|', align: 'centre' }],
  ['Vmatrix', { open: '‖', close: '‖', align: 'centre' }],
  ['cases', { open: '{', close: '', align: 'left' }],
  ['aligned', { open: '', close: '', align: 'equations' }],
  ['align', { open: '', close: '', align: 'equations' }],
  ['align*', { open: '', close: '', align: 'equations' }],
  ['split', { open: '', close: '', align: 'equations' }],
  ['gathered', { open: '', close: '', align: 'centre' }],
])

function parseEnvironment(reader: LatexReader, depth: number): MathNode {
  const name = reader.rawGroup()
  const shape = ENVIRONMENTS.get(name)
  if (shape === undefined) reader.complain(`the environment ${name.slice(0, 40)} is unknown`)
  const rows = parseRows(reader, depth)
  if (!reader.accept('\\end')) reader.complain(`\\begin{${name.slice(0, 40)}} has no \\end`)
  else if (reader.rawGroup() !== name) reader.complain(`\\begin{${name.slice(0, 40)}} ends with another name`)
  return { kind: 'grid', ...(shape ?? { open: '', close: '', align: 'centre' }), rows }
}

function parseRows(reader: LatexReader, depth: number): MathNode[][] {
  const rows: MathNode[][] = [[]]
  for (;;) {
    rows.at(-1)?.push(rowOf(parseItems(reader, depth)))
    if (reader.accept('&')) continue
    if (!reader.accept('\\\\')) break
    rows.push([])
  }
  const last = rows.at(-1)
  const isEmpty = last?.length === 1 && last[0]?.kind === 'row' && last[0].items.length === 0
  return isEmpty && rows.length > 1 ? rows.slice(0, -1) : rows
}
