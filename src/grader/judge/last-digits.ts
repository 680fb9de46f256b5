import type { Text } from '../../core/locale.ts'
import type { WorstError } from '../../core/verdict.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import type { Tried } from '../cases/case.ts'
import { LAST_DIGITS_WRONG } from '../words/sentences.ts'

/** A tolerance below this asks for double precision. */
const STRICT = 1e-7
/** So much is off what single precision adds up over some hundred numbers. */
const NEAR = 1e-5
/** Chance may bring one number near another. */
const ENOUGH = 3

/**
 * That all wrong numbers are nearly right. No mistake in a formula explains this, and what single precision
 * makes of numbers nobody foretells.
 */
export function lastDigits(tried: readonly Tried[], comparison: Comparison): Text | undefined {
  if (comparison.kind === 'exact' || comparison.rtol + comparison.atol > STRICT) return undefined
  const wrong = tried.map(({ outcome }) => outcome).filter(({ kind }) => kind !== 'passed')
  const errors = wrong.flatMap((outcome) => (outcome.kind === 'wrong' ? (outcome.mismatch.worst ?? []) : []))
  const close = errors.filter(({ relative }) => relative <= NEAR)
  const isSo =
    errors.length === wrong.length &&
    errors.every(isNear) &&
    close.length >= Math.max(ENOUGH, errors.length / 2)
  return isSo ? LAST_DIGITS_WRONG : undefined
}

/** Where terms cancel, a small number is off as much as they are. */
function isNear({ absolute, expected }: WorstError): boolean {
  return absolute <= NEAR * Math.max(1, Math.abs(expected))
}
