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
  | ArrayType
  | RecordType

export interface ArrayType {
  readonly kind: 'array'
  readonly dtype: Dtype
  /** Names (`H`), numbers or arithmetic on names (`5+C`); equal names mean equal lengths. */
  readonly dims: readonly string[]
}

export interface RecordType {
  readonly kind: 'record'
  readonly fields: readonly Param[]
}

/** Of every array in it. */
export function dimsOf(type: Type): readonly string[] {
  if (type.kind === 'array') return type.dims
  return type.kind === 'record' ? type.fields.flatMap((field) => dimsOf(field.type)) : []
}

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

function parseFields(scanner: Scanner, close: string, depth = 0): readonly Param[] {
  const fields: Param[] = []
  while (!scanner.accept(close)) {
    if (fields.length > 0) scanner.expect(',', close)
    const at = scanner.here()
    const name = scanner.word({ en: 'a name', zh: '名称' })
    if (fields.some((field) => field.name === name))
      scanner.fail({ en: `the name ${name} a second time`, zh: `名称 ${name} 重复` }, at)
    scanner.expect(':')
    fields.push({ name, type: parseType(scanner, depth) })
  }
  return fields
}

/** Records within records; what walks over a value calls itself as deep. */
const DEEPEST = 16

function parseType(scanner: Scanner, depth = 0): Type {
  const at = scanner.here()
  if (scanner.accept('{')) {
    if (depth === DEEPEST) scanner.fail({ en: 'too many records within each other', zh: '记录嵌套过深' }, at)
    return { kind: 'record', fields: parseFields(scanner, '}', depth + 1) }
  }
  const word = scanner.word({ en: 'a type', zh: '类型' })
  const dtype = DTYPES.find((candidate) => candidate === word)
  if (dtype && scanner.accept('[')) return { kind: 'array', dtype, dims: parseDims(scanner) }
  const scalar = SCALARS.find((candidate) => candidate === word)
  if (scalar && !scanner.accept('[')) return { kind: scalar }
  const written = scalar ? `${word}[…]` : word
  return scanner.fail(
    { en: `"${written}" is none of the types ${TYPES}`, zh: `“${written}”不是类型，类型有 ${TYPES}` },
    at,
  )
}

const TYPES = [...SCALARS, `${DTYPES.join('|')}[lengths]`, '{name: type}'].join(', ')

function parseDims(scanner: Scanner): readonly string[] {
  const dims: string[] = []
  do {
    const at = scanner.here()
    const dim = scanner.until(/[,[\](){}:>]/)
    if (dim === '') scanner.fail({ en: 'a length expected', zh: '此处应为长度' })
    if (!LENGTH.test(dim)) scanner.fail({ en: `"${dim}" is not a length`, zh: `“${dim}”不是长度` }, at)
    dims.push(dim)
  } while (scanner.accept(','))
  scanner.expect(']', ',')
  return dims
}

/** A name, a number, or sums and products of both: `H`, `4`, `5+C`, `A*H*W`. */
const LENGTH = /^(?:[A-Za-z]\w*|\d+)(?:\s*[-+*/]\s*(?:[A-Za-z]\w*|\d+))*$/

type Scanner = ReturnType<typeof createScanner>

function createScanner(text: string) {
  let at = 0
  /** Where the next token begins. */
  function here(): number {
    while (text[at] === ' ') at++
    return at
  }
  function fail(why: Text, place = here()): never {
    throw new Problem(
      {
        en: `Signature "${text}": ${why.en} at column ${place + 1}.`,
        zh: `签名“${text}”第 ${place + 1} 列：${why.zh}。`,
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
    if (!text.startsWith(token, here())) return false
    at += token.length
    return true
  }
  /** @param or another token that might stand there, which the caller has looked for */
  function expect(token: string, or?: string): void {
    if (accept(token)) return
    const [en, zh] = or === undefined ? ['', ''] : [` or "${or}"`, `或“${or}”`]
    fail({ en: `"${token}"${en} expected`, zh: `此处应为“${token}”${zh}` })
  }
  function word(what: Text): string {
    const found = /^[A-Za-z][A-Za-z0-9]*/.exec(text.slice(here()))?.[0]
    if (found === undefined) return fail({ en: `${what.en} expected`, zh: `此处应为${what.zh}` })
    at += found.length
    return found
  }
  /** What stands before one of these letters, or before the end. */
  function until(end: RegExp): string {
    const length = text.slice(here()).search(end)
    const found = text.slice(at, length < 0 ? undefined : at + length)
    at += found.length
    return found.trim()
  }
  function expectEnd(): void {
    if (here() < text.length) fail({ en: 'nothing more expected', zh: '此处应结束' })
  }
  return { accept, expect, expectEnd, fail, here, until, word }
}
