/**
 * What lies in a shared folder:
 *
 *     anneal/shared.json                          what makes it one
 *     anneal/devices/DEVICE/0000012-HASH.segment  entries of the log
 *     anneal/devices/DEVICE/0000003-HASH.files    which files there are, in which version
 *     anneal/devices/DEVICE/NAME.blob             what a file holds
 *
 * Each device writes below its own folder alone; nothing is changed once it has its name. HASH is of the
 * bytes as they lie there.
 */
export const TOP = 'anneal'
export const MARKER = 'shared.json'
export const DEVICES = 'devices'

export interface NumberedName {
  readonly kind: 'segment' | 'files'
  readonly number: number
  readonly hash: string
}

const HASH_DIGITS = 32
const NUMBERED = new RegExp(`^([0-9]{7,12})-([0-9a-f]{${HASH_DIGITS}})\\.(segment|files)$`)

export function numberedName(kind: NumberedName['kind'], number: number, digest: string): string {
  return `${String(number).padStart(7, '0')}-${digest.slice(0, HASH_DIGITS)}.${kind}`
}

/** Undefined for any other file's name, such as that of a conflicting copy. */
export function parseNumberedName(name: string): NumberedName | undefined {
  const [, number, hash, kind] = NUMBERED.exec(name) ?? []
  if (number === undefined || hash === undefined) return undefined
  return { kind: kind as NumberedName['kind'], number: Number(number), hash }
}

export function isHashOf(hash: string, digest: string): boolean {
  return digest.startsWith(hash)
}

export function blobName(name: string): string {
  return `${name}.blob`
}

/** What this program, or the system, leaves there for a while. */
export function isDraft(name: string): boolean {
  return name.startsWith('.') || name.endsWith('.blob') || name.endsWith('.tmp')
}

export function isDeviceName(name: string): boolean {
  return /^[\w-][\w.-]{0,99}$/.test(name)
}
