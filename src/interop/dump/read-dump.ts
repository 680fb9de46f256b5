import { Problem } from '../../core/problem.ts'
import { DUMP_FORMAT, DUMP_VERSION, type DumpedFile } from './dump-lines.ts'

/** What an import takes of a dump: the rest follows from it. */
export type DumpPart =
  | { readonly kind: 'file'; readonly file: DumpedFile }
  /** Not yet looked at: what it is says the door of the log. */
  | { readonly kind: 'entry'; readonly entry: unknown }

export function isDump(start: string): boolean {
  return new RegExp(`^\\ufeff?\\s*\\{\\s*"format"\\s*:\\s*"${DUMP_FORMAT}"`).test(start)
}

/**
 * Line by line, as it was written: nothing is held but a line.
 * @throws Problem where it is of a newer program, or no whole dump
 */
export function* readDump(lines: Iterable<string>): Generator<DumpPart> {
  let list = ''
  let isWhole = false
  for (const [at, line] of enumerate(lines)) {
    if (at === 0) checkHead(line)
    const [, opened] = /^"([a-z]+)":\[/.exec(line) ?? []
    if (opened !== undefined) list = opened
    else if (/^\](?:,|\})$/.test(line)) {
      isWhole ||= line === ']}'
      list = ''
    } else if (list === 'files' || list === 'log') {
      const element = elementOf(line, at)
      if (list === 'log') yield { kind: 'entry', entry: element }
      else if (isFile(element)) yield { kind: 'file', file: element }
    }
  }
  if (!isWhole) throw incomplete()
}

function* enumerate(lines: Iterable<string>): Generator<readonly [number, string]> {
  let at = 0
  for (const line of lines) yield [at++, line]
}

function checkHead(line: string): void {
  const [, version] = /"version":(\d{1,9}),/.exec(line) ?? []
  if (!isDump(line) || version === undefined) throw incomplete()
  if (Number(version) > DUMP_VERSION) throw newer(version)
}

function elementOf(line: string, at: number): unknown {
  try {
    return JSON.parse(line.replace(/,$/, ''))
  } catch (cause) {
    if (cause instanceof SyntaxError) throw broken(at + 1, cause)
    throw cause
  }
}

function isFile(value: unknown): value is DumpedFile {
  if (typeof value !== 'object' || value === null || !('path' in value) || typeof value.path !== 'string')
    return false
  return (
    ('text' in value && typeof value.text === 'string') ||
    ('base64' in value && typeof value.base64 === 'string')
  )
}

function broken(line: number, cause: unknown): Problem {
  return new Problem(
    { en: `Line ${line} of the dump is broken.`, zh: `转储的第 ${line} 行已损坏。` },
    { remedy: WRITE_AGAIN, cause },
  )
}

function incomplete(): Problem {
  return new Problem(
    { en: 'This is no whole dump, or was laid out anew.', zh: '这不是完整的转储，或已被重新排版。' },
    { remedy: WRITE_AGAIN },
  )
}

function newer(version: string): Problem {
  return new Problem(
    {
      en: `The dump has version ${version}, of a newer anneal.`,
      zh: `转储的版本为 ${version}，来自更新的 anneal。`,
    },
    { remedy: { en: 'Update anneal and import again.', zh: '请更新 anneal 后重新导入。' } },
  )
}

const WRITE_AGAIN = {
  en: 'Write it again with anneal export FILE.json.',
  zh: '请用 anneal export FILE.json 重新写出。',
}
