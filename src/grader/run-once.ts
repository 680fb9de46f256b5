import type { Text } from '../core/locale.ts'
import type { Value } from '../core/value.ts'
import type { NamedValue, Verdict } from '../core/verdict.ts'
import { valuesOf } from './cases/case.ts'
import { circumstancesOf } from './circumstances-of.ts'
import { judgeEnd, judgeThrow } from './judge/judge.ts'
import { judgeLoading } from './judge/judge-loading.ts'
import { supportFor } from './languages/all-languages.ts'
import { readValue } from './protocol/read-value.ts'
import type { GradeRequest } from './run/grade-request.ts'
import { DEFAULT_LIMITS } from './run/limits.ts'
import { openProgram, type Program, type ProgramSetting } from './run/open-program.ts'
import { userCache } from './run/user-cache.ts'
import { complaint } from './words/complaint.ts'
import { remarkOnValues } from './words/remark.ts'
import { showable, showableText, showableValue } from './words/showable-text.ts'

/** What came of one run. */
export type RunOutcome =
  | {
      readonly kind: 'returned'
      readonly value: Value
      /** What held it, where the signature says something else. */
      readonly remark: Text | undefined
    }
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

/**
 * Runs a submission once, isolated as when it is graded, and judges nothing. Throws a `Problem` when this
 * machine cannot run the language.
 */
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
  const outcome = await call(program, setting, request)
  await program.close()
  signal?.throwIfAborted()
  const { stdout, stderr } = program.output()
  return { outcome, stdout: showableText(stdout), stderr: showableText(stderr) }
}

async function call(
  program: Program,
  setting: ProgramSetting,
  { exercise, args, source }: RunRequest,
): Promise<RunOutcome> {
  const { support } = setting
  const circumstances = () => circumstancesOf(program, setting)
  const failed = (verdict: Verdict): RunOutcome => ({ kind: 'failed', verdict })
  const { loaded } = program
  if (loaded.kind !== 'loaded')
    return failed(judgeLoading(loaded, support.functionName(exercise.id), circumstances(), support, source))
  const called = await program.dialogue.call(valuesOf(args))
  switch (called.kind) {
    case 'threw':
      return failed(judgeThrow(called, NO_CASES, circumstances(), undefined))
    case 'ended':
      return failed(judgeEnd(called.ended, NO_CASES, circumstances(), undefined))
    case 'returned': {
      const read = readValue(exercise.signature.returns, called.result, called.payload, 'result')
      if (read.kind === 'invalid')
        return { kind: 'odd', summary: showable(complaint(read, support.describe)) }
      const remark = remarkOnValues(read.conversions, support.describe)
      return { kind: 'returned', value: showableValue(read.value), remark }
    }
  }
}

const NO_CASES = { passed: 0, total: 0 }
