import { isArray, type Value } from '../../core/value.ts'
import type { CaseOutcome, Tried } from '../cases/case.ts'

/**
 * The case to tell of those that failed: the first, for the smallest come first. An error on an empty input,
 * or a result that is none, says less than wrong answers on more others.
 */
export function toldFailure(tried: readonly Tried[]): Tried | undefined {
  return tried[toldPlace(tried)]
}

/** -1 where all passed. */
export function toldPlace(tried: readonly Tried[]): number {
  const first = tried.findIndex(({ outcome }) => outcome.kind !== 'passed')
  const failure = tried[first]
  if (failure === undefined || !saysLittle(failure)) return first
  const count = (kind: CaseOutcome['kind']) => tried.filter(({ outcome }) => outcome.kind === kind).length
  const isRare = count('wrong') > count(failure.outcome.kind)
  return isRare ? tried.findIndex(({ outcome }) => outcome.kind === 'wrong') : first
}

function saysLittle({ outcome, case: { args } }: Tried): boolean {
  return outcome.kind === 'invalid' || (outcome.kind === 'threw' && args.some(({ value }) => isEmpty(value)))
}

function isEmpty(value: Value): boolean {
  if (typeof value !== 'object') return false
  return isArray(value) ? value.data.length === 0 : Object.values(value).some(isEmpty)
}
