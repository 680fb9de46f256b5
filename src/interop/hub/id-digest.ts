import { createHash } from 'node:crypto'
import type { EventId } from '../../core/event.ts'

/** Of a set of entries, in whichever order: the exclusive or of 64 bits of SHA-256 of each id, as a signed number. */
export function idDigest(ids: Iterable<EventId>): bigint {
  let digest = 0n
  for (const id of ids) digest ^= createHash('sha256').update(id).digest().readBigInt64BE()
  return digest
}
