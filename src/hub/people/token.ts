import { createHash, randomBytes } from 'node:crypto'

/** What a person shows to be let in: 256 random bits, so that a quick hash of it is enough to keep. */
export function newToken(): string {
  return `anneal_${randomBytes(32).toString('base64url')}`
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
