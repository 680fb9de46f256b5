import { Problem } from './problem.ts'
import { DTYPES, type Dtype } from './value.ts'

/** From a signature follow starters, argument encoding, return checks and help. */
export interface Signature {
  readonly params: readonly Param[]
  readonly returns: Type
}

export interface Param {
  readonly name: string
  readonly type: Type
}

export type Type =
  | { readonly kind: 'int' }
  | { readonly kind: 'f64' }
  | { readonly kind: 'bool' }
  | { readonly kind: 'str' }
  /** `dims` are names (`H`), numbers or arithmetic on names (`5+C`); equal names mean equal lengths. */
  | { readonly kind: 'array'; readonly dtype: Dtype; readonly dims: readonly string[] }
  | { readonly kind: 'record'; readonly fields: readonly Param[] }

const SCALARS = ['int', 'f64', 'bool', 'str'] as const

/** Reads `(image: u8[H,W], ksize: int) -> u8[H,W]`; a record is `{name: type, …}`. */
export function parseSignature(text: string): Signature {
  const scanner = createScanner(text)
  scanner.expect('(')
  const params = parseFields(scanner, ')')
  scanner.expect('->')
  const returns = parseType(scanner)
  scanner.expectEnd()
  return { params, returns }
}

function parseFields(scanner: Scanner, close: string): readonly Param[] {
  const fields: Param[] = []
  while (!scanner.accept(close)) {
    if (fields.length > 0) scanner.expect(',')
    const name = scanner.word('a name')
    if (fields.some((field) => field.name === name)) scanner.fail(`the name ${name} a second time`)
    scanner.expect(':')
    fields.push({ name, type: parseType(scanner) })
  }
  return fields
}

function parseType(scanner: Scanner): Type {
  if (scanner.accept('{')) return { kind: 'record', fields: parseFields(scanner, '}') }
  const word = scanner.word('a type')
  const dtype = DTYPES.find((candidate) => candidate === word)
  if (dtype && scanner.accept('[')) {
    const dims = scanner
      .until(']')
      .split(',')
      .map((dim) => dim.trim())
    const odd = dims.find((dim) => !LENGTH.test(dim))
    return odd === undefined ? { kind: 'array', dtype, dims } : scanner.fail(`"${odd}" is not a length`)
  }
  const scalar = SCALARS.find((candidate) => candidate === word)
  if (scalar) return { kind: scalar }
  return scanner.fail(`"${word}" is not a type`)
}

/** A name, a number, or sums and products of both: `H`, `4`, `5+C`, `A*H*W`. */
const LENGTH = /^(?:[A-Za-z]\w*|\d+)(?:\s*[-+*/]\s*(?:[A-Za-z]\w*|\d+))*$/

type Scanner = ReturnType<typeof createScanner>

function createScanner(text: string) {
  let at = 0
  function skipSpace(): void {
    while (text[at] === ' ') at++
  }
  function fail(why: string): never {
    throw new Problem(`Signature "${text}": ${why} at column ${at + 1}.`, {
      remedy: 'Write it like (image: u8[H,W], ksize: int) -> u8[H,W].',
    })
  }
  function accept(token: string): boolean {
    skipSpace()
    if (!text.startsWith(token, at)) return false
    at += token.length
    return true
  }
  function expect(token: string): void {
    if (!accept(token)) fail(`"${token}" expected`)
  }
  function word(what: string): string {
    skipSpace()
    const found = /^[A-Za-z][A-Za-z0-9]*/.exec(text.slice(at))?.[0]
    if (found === undefined) return fail(`${what} expected`)
    at += found.length
    return found
  }
  function until(close: string): string {
    const end = text.indexOf(close, at)
    if (end < 0) return fail(`"${close}" expected`)
    const found = text.slice(at, end)
    at = end + close.length
    return found
  }
  function expectEnd(): void {
    skipSpace()
    if (at < text.length) fail('nothing more expected')
  }
  return { accept, expect, expectEnd, fail, until, word }
}
