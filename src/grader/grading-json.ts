import type { ExerciseId } from '../core/ids.ts'
import type { Locale, Text } from '../core/locale.ts'
import { isArray, type Value } from '../core/value.ts'
import type { Failure, Performance, Verdict } from '../core/verdict.ts'
import type { Grading } from './grade-submission.ts'
import { moreMemoryThan, moreOutputThan, noAnswerWithin } from './words/sentences.ts'

/** The object that `grade --json` prints: documented and versioned by `schema`. What does not apply is null. */
export function gradingToJson(exercise: ExerciseId, grading: Grading, locale: Locale): object {
  const { verdict, language, seed, stdout, stderr, elapsedMs } = grading
  const diagnosis = verdict.kind === 'wrong-answer' ? verdict.diagnosis : undefined
  return {
    schema: 1,
    exercise,
    language,
    verdict: verdict.kind,
    cases: 'cases' in verdict ? verdict.cases : { passed: 0, total: 0 },
    firstFailure: 'failure' in verdict && verdict.failure ? failureToJson(verdict.failure, locale) : null,
    diagnosis: diagnosis
      ? { id: diagnosis.id, message: diagnosis.message[locale], cards: diagnosis.cards }
      : null,
    onlyWhere: (verdict.kind === 'wrong-answer' && verdict.onlyWhere?.[locale]) || null,
    performance:
      'performance' in verdict && verdict.performance ? performanceToJson(verdict.performance) : null,
    message: messageOf(verdict)?.[locale] ?? null,
    seed,
    elapsedMs: Math.round(elapsedMs),
    stdout,
    stderr,
  }
}

function messageOf(verdict: Verdict): Text | undefined {
  switch (verdict.kind) {
    case 'runtime-error':
    case 'compile-error':
      return verdict.message
    case 'inconclusive':
      return verdict.reason
    case 'judge-error':
      return verdict.detail
    case 'time-limit':
      return noAnswerWithin(verdict.limitMs)
    case 'memory-limit':
      return moreMemoryThan(verdict.limitMb)
    case 'output-limit':
      return moreOutputThan(verdict.limitBytes)
    case 'accepted':
    case 'wrong-answer':
    case 'invalid-output':
    case 'too-slow':
    case 'memory-budget':
      return undefined
  }
}

function failureToJson(failure: Failure, locale: Locale): object {
  const { case: name, args, expected, got, summary, worst, note } = failure
  return {
    case: name[locale],
    summary: summary[locale],
    args: Object.fromEntries(args.map((arg) => [arg.name, valueToJson(arg.value)])),
    expected: expected === undefined ? null : valueToJson(expected),
    got: got === undefined ? null : valueToJson(got),
    worst: worst
      ? {
          ...worst,
          expected: numberToJson(worst.expected),
          got: numberToJson(worst.got),
          absolute: numberToJson(worst.absolute),
          relative: numberToJson(worst.relative),
        }
      : null,
    note: note?.[locale] ?? null,
  }
}

function performanceToJson({ ratio, tier, growth, memory }: Performance): object {
  return {
    ratio: ratio?.ratio ?? null,
    budget: ratio?.budget ?? null,
    interval: ratio?.interval ?? null,
    tier,
    growth: growth.map((one) => ({ ...one, gold: one.gold ?? null })),
    memory,
  }
}

/** Longer arrays are named by dtype and shape, with `data` null. */
const MAX_LENGTH = 1024

function valueToJson(value: Value): unknown {
  if (typeof value === 'number') return numberToJson(value)
  if (typeof value !== 'object') return value
  if (!isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, valueToJson(part)]))
  }
  const { dtype, shape, data } = value
  return { dtype, shape, data: data.length > MAX_LENGTH ? null : Array.from(data, numberToJson) }
}

/** JSON has no word for these. */
function numberToJson(value: number): number | string {
  return Number.isFinite(value) ? value : String(value)
}
