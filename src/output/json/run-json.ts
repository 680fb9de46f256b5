import type { OwnRun } from '../../app/run-on-input.ts'
import { plainValue } from '../../core/format-input.ts'
import type { Locale } from '../../core/locale.ts'
import { messageOf } from './grading-json.ts'

/** What `run --json` prints: `result` or `failure` is null. */
export function runFields({ submission, outcome, stdout, stderr }: OwnRun, locale: Locale): object {
  const { exercise, language } = submission
  return {
    exercise: exercise.id,
    language,
    result: outcome.kind === 'returned' ? plainValue(outcome.value) : null,
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
