import { isArray, type Value } from '../../core/value.ts'
import type { CaseOutcome, Tried } from '../cases/case.ts'

/** The case to tell of those that failed: the first, for the smallest come first. An error on an empty input says less than wrong answers on many others. */
export function toldFailure(tried: readonly Tried[]): Tried | undefined {
  return tried[toldPlace(tried)]
}

/** -1 where all passed. */
export function toldPlace(tried: readonly Tried[]): number {
  const first = tried.findIndex(({ outcome }) => outcome.kind !== 'passed')
  const failure = tried[first]
  if (failure?.outcome.kind !== 'threw' || !failure.case.args.some(({ value }) => isEmpty(value)))
    return first
  const count = (kind: CaseOutcome['kind']) => tried.filter(({ outcome }) => outcome.kind === kind).length
  return count('wrong') > count('threw') ? tried.findIndex(({ outcome }) => outcome.kind === 'wrong') : first
}

function isEmpty(value: Value): boolean {
  if (typeof value !== 'object') return false
  return isArray(value) ? value.data.length === 0 : Object.values(value).some(isEmpty)
}
