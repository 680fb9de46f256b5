import type { Text } from '../core/locale.ts'
import type { Value } from '../core/value.ts'
import type { NamedValue, Verdict } from '../core/verdict.ts'
import { judgeEnd, judgeThrow } from './judge/judge.ts'
import { judgeLoading } from './judge/judge-loading.ts'
import { supportFor } from './languages/all-languages.ts'
import { readValue } from './protocol/read-value.ts'
import type { GradeRequest } from './run/grade-request.ts'
import { DEFAULT_LIMITS } from './run/limits.ts'
import { openProgram, type Program } from './run/open-program.ts'
import { userCache } from './run/user-cache.ts'
import { oddWords } from './words/odd-words.ts'
import { returnedInstead } from './words/sentences.ts'
import { showableText, showableValue } from './words/showable-text.ts'

/** What came of one run. */
export type RunOutcome =
  | { readonly kind: 'returned'; readonly value: Value }
  /** Something else than the signature says. */
  | { readonly kind: 'odd'; readonly summary: Text }
  /** As a verdict tells it: it threw, was ended, or is no program. */
  | { readonly kind: 'failed'; readonly verdict: Verdict }

export interface OneRun {
  readonly outcome: RunOutcome
  readonly stdout: string
  readonly stderr: string
}

export type RunRequest = Omit<GradeRequest, 'seed' | 'onProgress'> & { readonly args: readonly NamedValue[] }

/** Runs a submission once, isolated as when it is graded, and judges nothing. Throws a `Problem` when this machine cannot run the language. */
export async function runOnce(request: RunRequest): Promise<OneRun> {
  const { exercise, language, graderRoot, signal, fileName } = request
  const support = supportFor(language)
  const setting = {
    support,
    tool: await support.findTool(request),
    graderRoot,
    cacheRoot: request.cacheRoot ?? userCache(),
    limits: request.limits ?? DEFAULT_LIMITS,
    signal,
  }
  const source = { kind: 'text', fileName, text: request.source } as const
  await using program = await openProgram(setting, exercise, source)
  const outcome = await call(program, request)
  await program.close()
  signal?.throwIfAborted()
  const { stdout, stderr } = program.output()
  return { outcome, stdout: showableText(stdout), stderr: showableText(stderr) }
}

async function call(program: Program, { exercise, language, args, limits }: RunRequest): Promise<RunOutcome> {
  const support = supportFor(language)
  const circumstances = () => ({
    memoryMb: (limits ?? DEFAULT_LIMITS).memoryMb,
    memoryError: support.memoryError,
    stderr: program.output().stderr,
  })
  const failed = (verdict: Verdict): RunOutcome => ({ kind: 'failed', verdict })
  const { loaded } = program
  if (loaded.kind !== 'loaded')
    return failed(judgeLoading(loaded, support.functionName(exercise.id), circumstances(), support))
  const called = await program.dialogue.call(args.map(({ value }) => value))
  switch (called.kind) {
    case 'threw':
      return failed(judgeThrow(called, NO_CASES, circumstances(), undefined))
    case 'ended':
      return failed(judgeEnd(called.ended, NO_CASES, circumstances(), undefined))
    case 'returned': {
      const read = readValue(exercise.signature.returns, called.result, called.payload, 'result')
      if (read.kind === 'value') return { kind: 'returned', value: showableValue(read.value) }
      const got = read.got.kind === 'odd' ? oddWords(read.got) : support.describe(read.got)
      const field = read.at === 'result' ? undefined : read.at.slice('result.'.length)
      return { kind: 'odd', summary: returnedInstead(field, got, support.describe(read.expected)) }
    }
  }
}

const NO_CASES = { passed: 0, total: 0 }
