import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes } from 'node:crypto'

/**
 * How bytes lie in a shared folder: as they are, or encrypted so that nobody without the passphrase reads,
 * makes or moves them.
 */
export interface Seal {
  /** @param place where they will lie, which they are then bound to */
  readonly close: (bytes: Uint8Array, place: string) => Uint8Array
  /** Undefined where they were not sealed so, for that place. */
  readonly open: (bytes: Uint8Array, place: string) => Uint8Array | undefined
  /** What contents go by: equal ones alike, without telling what they are. */
  readonly nameOf: (bytes: Uint8Array) => string
}

export const NO_SEAL: Seal = {
  close: (bytes) => bytes,
  open: (bytes) => bytes,
  nameOf: digestOf,
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM with a random nonce each (NIST SP 800-38D). @param key 32 bytes */
export function sealBy(key: Uint8Array): Seal {
  return {
    close(bytes, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(Buffer.from(place))
      const closed = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), closed])
    },
    open(bytes, place) {
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
      decipher.setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
      } catch {
        return undefined
      }
    },
    nameOf: (bytes) => createHmac('sha256', key).update(bytes).digest('hex'),
  }
}

/** SHA-256, in hexadecimal digits. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}
