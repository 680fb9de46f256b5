import type { OwnRun } from '../../app/own-input/run-on-input.ts'
import type { Locale } from '../../core/locale.ts'
import { plainValue } from '../../core/own-input/format-input.ts'
import { messageOf } from './grading-json.ts'

/** What `run --json` prints: `result` or `failure` is null. */
export function runFields(own: OwnRun, locale: Locale): object {
  const { submission, isAllowed, outcome, stdout, stderr } = own
  const { exercise, language } = submission
  return {
    exercise: exercise.id,
    language,
    allowed: isAllowed ?? null,
    result: outcome.kind === 'returned' ? plainValue(outcome.value) : null,
    remark: (outcome.kind === 'returned' && outcome.remark?.[locale]) || null,
    failure: failureOf(outcome, locale),
    stdout,
    stderr,
  }
}

function failureOf(outcome: OwnRun['outcome'], locale: Locale): object | null {
  if (outcome.kind === 'returned') return null
  if (outcome.kind === 'odd') return { kind: 'invalid-output', message: outcome.summary[locale] }
  return { kind: outcome.verdict.kind, message: messageOf(outcome.verdict)?.[locale] ?? null }
}
