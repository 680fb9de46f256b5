import { join } from 'node:path'
import { type Text, verbatim } from '../../../../core/locale.ts'
import type { TranslateJob } from '../../../protocol/language.ts'
import { findOuterLayer } from '../../../run/outer-layer.ts'
import { runCompiler } from '../../../run/run-compiler.ts'
import {
  compilingTookMoreThan,
  NESTED_TOO_DEEPLY,
  notCompiledWithin,
} from '../../../words/loading-sentences.ts'
import { type Decorators, findEsbuild, transformFlags } from './esbuild-program.ts'
import { lineOf, type SyntaxFault } from './syntax-fault.ts'

export type Transformed =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'fault'; readonly fault: SyntaxFault }
  /** It had no time or no room for the file. */
  | { readonly kind: 'ended'; readonly text: Text }

/**
 * By a process of its own, in the layer and under the limits that a compiler has. It is given the text on
 * stdin, so that it reads no file at all.
 */
export async function runEsbuild(
  { folder, fileName, signal }: TranslateJob,
  text: string,
  decorators: Decorators,
): Promise<Transformed> {
  const file = findEsbuild()
  const { ended, stdout, stderr } = await runCompiler({
    command: { file, args: transformFlags(fileName, text, decorators), env: {} },
    folder,
    layer: await findOuterLayer(),
    reads: [file],
    limitMs: LIMIT_MS,
    memoryMb: MEMORY_MB,
    stdin: join(folder, fileName),
    keptBytes: MOST_BYTES,
    signal,
  })
  switch (ended.kind) {
    case 'exited':
      return ended.code === 0 ? { kind: 'code', code: stdout } : complaintOf(ended.code, stderr, text)
    case 'time-limit':
      return { kind: 'ended', text: notCompiledWithin(LIMIT_MS / 1000) }
    case 'memory-limit':
      return { kind: 'ended', text: compilingTookMoreThan(MEMORY_MB) }
    default:
      return { kind: 'ended', text: NESTED_TOO_DEEPLY }
  }
}

const LIMIT_MS = 10_000
const MEMORY_MB = 1024
/** Of a source of 256 KB, with its map. */
const MOST_BYTES = 16 * 2 ** 20

function complaintOf(code: number, said: string, text: string): Transformed {
  // So ends a program in Go that has no stack or no memory left.
  if (code === 2) return { kind: 'ended', text: NESTED_TOO_DEEPLY }
  const fault = readFault(said, text)
  return fault
    ? { kind: 'fault', fault }
    : { kind: 'ended', text: verbatim(said.trim().split('\n')[0] ?? '') }
}

/** It counts columns in bytes, from zero. */
function readFault(said: string, text: string): SyntaxFault | undefined {
  const [, message, line, bytes] = FAULT.exec(said) ?? []
  if (message === undefined) return undefined
  const at = Number(line)
  const marked = at === 1 && text.startsWith('\uFEFF') ? MARK_BYTES : 0
  const before = Buffer.from(lineOf(text, at)).subarray(0, Number(bytes) - marked)
  return { line: at, column: before.toString().length + 1, message }
}

const MARK_BYTES = 3

const FAULT = /^✘ \[ERROR\] (.*)\n\n {4}.*:(\d+):(\d+):$/m
