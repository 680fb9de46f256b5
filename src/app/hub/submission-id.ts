import { hash } from 'node:crypto'

/** The letters of a ULID. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 26

/**
 * The same for the same facts, so that whoever submits the same again asks after what is there already, also
 * where this program was killed in between, and keeps no list of what it sent.
 */
export function submissionIdOf(facts: readonly (string | number | undefined)[]): string {
  const digest = hash('sha256', JSON.stringify(facts))
  let bits = BigInt(`0x${digest.slice(0, 32)}`)
  let id = ''
  for (let at = 0; at < LENGTH; at++) {
    id = (LETTERS[Number(bits & 31n)] ?? '') + id
    bits >>= 5n
  }
  return id
}
