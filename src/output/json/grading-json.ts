import type { Attempt, Grading } from '../../app/submit-solution.ts'
import type { ExerciseId } from '../../core/ids.ts'
import type { Locale, Text } from '../../core/locale.ts'
import { mapFields } from '../../core/map-fields.ts'
import { isArray, type Value } from '../../core/value.ts'
import type { BudgetLesson, Diagnosis, Failure, Performance, Verdict } from '../../core/verdict.ts'

/** What `submit --json` prints. */
export function attemptFields({ submission, grading, effect, recalls }: Attempt, locale: Locale): object {
  return { ...gradingFields(submission.exercise.id, grading, locale), schedule: effect, recalls }
}

/** What `grade --json` prints. What does not apply is null. */
export function gradingFields(exercise: ExerciseId, grading: Grading, locale: Locale): object {
  const { verdict, language, seed, stdout, stderr, elapsedMs } = grading
  const diagnosis = verdict.kind === 'wrong-answer' ? verdict.diagnosis : undefined
  return {
    exercise,
    language,
    verdict: verdict.kind,
    cases: 'cases' in verdict ? verdict.cases : { passed: 0, total: 0 },
    firstFailure: 'failure' in verdict && verdict.failure ? failureInJson(verdict.failure, locale) : null,
    diagnosis: diagnosis ? diagnosisInJson(diagnosis, locale) : null,
    lesson: 'lesson' in verdict && verdict.lesson ? lessonInJson(verdict.lesson, locale) : null,
    onlyWhere: (verdict.kind === 'wrong-answer' && verdict.onlyWhere?.[locale]) || null,
    performance:
      'performance' in verdict && verdict.performance ? performanceInJson(verdict.performance, locale) : null,
    message: messageOf(verdict)?.[locale] ?? null,
    remark: grading.remark?.[locale] ?? null,
    seed,
    elapsedMs: Math.round(elapsedMs),
    stdout,
    stderr,
    printedIn: grading.printedIn,
  }
}

function diagnosisInJson({ id, message, cards, mistakes }: Diagnosis, locale: Locale): object {
  const each = mistakes.map((mistake) => ({ ...mistake, message: mistake.message[locale] }))
  return { id, message: message[locale], cards, mistakes: each }
}

function lessonInJson({ of, cause, better, cards }: BudgetLesson, locale: Locale): object {
  const said = (what: BudgetLesson['of']) => (what === of ? better[locale] : null)
  return { cause: cause?.[locale] ?? null, fast: said('time'), lean: said('memory'), cards }
}

export function messageOf(verdict: Verdict): Text | undefined {
  switch (verdict.kind) {
    case 'runtime-error':
    case 'compile-error':
      return verdict.message
    case 'inconclusive':
      return verdict.reason
    case 'judge-error':
      return verdict.detail
    case 'time-limit':
      return {
        en: `No answer within ${verdict.limitMs} ms.`,
        zh: `${verdict.limitMs} 毫秒内没有结果。`,
      }
    case 'memory-limit':
      return {
        en: `More than ${verdict.limitMb} MB of memory.`,
        zh: `内存超过 ${verdict.limitMb} MB。`,
      }
    case 'output-limit':
      return {
        en: `More than ${verdict.limitBytes} bytes printed.`,
        zh: `输出超过 ${verdict.limitBytes} 字节。`,
      }
    case 'accepted':
    case 'wrong-answer':
    case 'invalid-output':
    case 'too-slow':
    case 'memory-budget':
      return undefined
  }
}

function failureInJson(failure: Failure, locale: Locale): object {
  const { case: name, args, expected, got, summary, worst, note } = failure
  return {
    case: name[locale],
    summary: summary[locale],
    args: Object.fromEntries(args.map((arg) => [arg.name, valueInJson(arg.value)])),
    expected: expected === undefined ? null : valueInJson(expected),
    got: got === undefined ? null : valueInJson(got),
    worst: worst
      ? {
          ...worst,
          expected: numberInJson(worst.expected),
          got: numberInJson(worst.got),
          absolute: numberInJson(worst.absolute),
          relative: numberInJson(worst.relative),
        }
      : null,
    note: note?.[locale] ?? null,
  }
}

function performanceInJson({ ratio, tier, edge, growth, memory }: Performance, locale: Locale): object {
  return {
    ratio: ratio?.ratio ?? null,
    budget: ratio?.budget ?? null,
    interval: ratio?.interval ?? null,
    side: ratio?.side ?? null,
    tier,
    edge: edge?.[locale] ?? null,
    growth: growth.map((one) => ({ ...one, gold: one.gold ?? null })),
    memory,
  }
}

/** Longer arrays are named by dtype and shape, with `data` null. */
const MAX_LENGTH = 1024

function valueInJson(value: Value): unknown {
  if (typeof value === 'number') return numberInJson(value)
  if (typeof value !== 'object') return value
  if (!isArray(value)) return mapFields(value, valueInJson)
  const { dtype, shape, data } = value
  return { dtype, shape, data: data.length > MAX_LENGTH ? null : Array.from(data, numberInJson) }
}

/** JSON has no word for these. */
function numberInJson(value: number): number | string {
  return Number.isFinite(value) ? value : String(value)
}
