import type { Text } from './locale.ts'
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

/** What crosses to a submission's process: its parameters' types, in order, and its result's. */
export interface SignatureTypes {
  readonly params: readonly Type[]
  readonly returns: Type
}

export function typesOf({ params, returns }: Signature): SignatureTypes {
  return { params: params.map(({ type }) => type), returns }
}

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

/** With its parameters and fields called otherwise, as a programming language would. */
export function renamed({ params, returns }: Signature, rename: (name: string) => string): Signature {
  return { params: renamedFields(params, rename), returns: renamedType(returns, rename) }
}

function renamedFields(fields: readonly Param[], rename: (name: string) => string): readonly Param[] {
  return fields.map(({ name, type }) => ({ name: rename(name), type: renamedType(type, rename) }))
}

function renamedType(type: Type, rename: (name: string) => string): Type {
  return type.kind === 'record' ? { kind: 'record', fields: renamedFields(type.fields, rename) } : type
}

function parseFields(scanner: Scanner, close: string): readonly Param[] {
  const fields: Param[] = []
  while (!scanner.accept(close)) {
    if (fields.length > 0) scanner.expect(',')
    const name = scanner.word({ en: 'a name', zh: '名称' })
    if (fields.some((field) => field.name === name))
      scanner.fail({ en: `the name ${name} a second time`, zh: `名称 ${name} 重复` })
    scanner.expect(':')
    fields.push({ name, type: parseType(scanner) })
  }
  return fields
}

function parseType(scanner: Scanner): Type {
  if (scanner.accept('{')) return { kind: 'record', fields: parseFields(scanner, '}') }
  const word = scanner.word({ en: 'a type', zh: '类型' })
  const dtype = DTYPES.find((candidate) => candidate === word)
  if (dtype && scanner.accept('[')) {
    const dims = scanner
      .until(']')
      .split(',')
      .map((dim) => dim.trim())
    const odd = dims.find((dim) => !LENGTH.test(dim))
    return odd === undefined
      ? { kind: 'array', dtype, dims }
      : scanner.fail({ en: `"${odd}" is not a length`, zh: `“${odd}”不是长度` })
  }
  const scalar = SCALARS.find((candidate) => candidate === word)
  if (scalar) return { kind: scalar }
  return scanner.fail({ en: `"${word}" is not a type`, zh: `“${word}”不是类型` })
}

/** A name, a number, or sums and products of both: `H`, `4`, `5+C`, `A*H*W`. */
const LENGTH = /^(?:[A-Za-z]\w*|\d+)(?:\s*[-+*/]\s*(?:[A-Za-z]\w*|\d+))*$/

type Scanner = ReturnType<typeof createScanner>

function createScanner(text: string) {
  let at = 0
  function skipSpace(): void {
    while (text[at] === ' ') at++
  }
  function fail(why: Text): never {
    throw new Problem(
      {
        en: `Signature "${text}": ${why.en} at column ${at + 1}.`,
        zh: `签名“${text}”第 ${at + 1} 列：${why.zh}。`,
      },
      {
        remedy: {
          en: 'Write it like (image: u8[H,W], ksize: int) -> u8[H,W].',
          zh: '请写成 (image: u8[H,W], ksize: int) -> u8[H,W] 的形式。',
        },
      },
    )
  }
  function accept(token: string): boolean {
    skipSpace()
    if (!text.startsWith(token, at)) return false
    at += token.length
    return true
  }
  function expect(token: string): void {
    if (!accept(token)) fail({ en: `"${token}" expected`, zh: `此处应为“${token}”` })
  }
  function word(what: Text): string {
    skipSpace()
    const found = /^[A-Za-z][A-Za-z0-9]*/.exec(text.slice(at))?.[0]
    if (found === undefined) return fail({ en: `${what.en} expected`, zh: `此处应为${what.zh}` })
    at += found.length
    return found
  }
  function until(close: string): string {
    const end = text.indexOf(close, at)
    if (end < 0) return fail({ en: `"${close}" expected`, zh: `此处应为“${close}”` })
    const found = text.slice(at, end)
    at = end + close.length
    return found
  }
  function expectEnd(): void {
    skipSpace()
    if (at < text.length) fail({ en: 'nothing more expected', zh: '此处应结束' })
  }
  return { accept, expect, expectEnd, fail, until, word }
}
