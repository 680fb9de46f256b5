import { randomBytes, scrypt } from 'node:crypto'
import * as v from 'valibot'
import { type Seal, sealBy } from './seal.ts'

/** What makes a folder one that is shared. */
export interface Marker {
  /** Names it on every machine, wherever it lies there. */
  readonly folder: string
  /** Undefined where it is not encrypted. */
  readonly encryption: Encryption | undefined
}

/** How the key follows from the passphrase, by scrypt (RFC 7914), and by what it is known. */
export interface Encryption {
  readonly salt: string
  readonly cost: number
  readonly check: string
}

const FORMAT = 1
/** 128 MB and about half a second a try. */
const COST = 2 ** 17
const SCRYPT = { r: 8, p: 1 }
const KEY_BYTES = 32
const CHECKED = 'anneal'

const HEX = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2}){1,200}$/))
const MARKER = v.object({
  anneal: v.literal('shared folder'),
  format: v.number(),
  folder: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  encryption: v.optional(
    v.object({
      salt: HEX,
      cost: v.pipe(v.number(), v.picklist([14, 15, 16, 17, 18, 19, 20].map((power) => 2 ** power))),
      check: HEX,
    }),
  ),
})

export type ReadMarker =
  | { readonly kind: 'marker'; readonly marker: Marker }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' }

export function readMarker(bytes: Uint8Array): ReadMarker {
  try {
    const parsed = v.safeParse(MARKER, JSON.parse(Buffer.from(bytes).toString('utf8')))
    if (!parsed.success) return { kind: 'damaged' }
    const { format, folder, encryption } = parsed.output
    return format === FORMAT ? { kind: 'marker', marker: { folder, encryption } } : { kind: 'newer' }
  } catch {
    return { kind: 'damaged' }
  }
}

export function writtenMarker({ folder, encryption }: Marker): string {
  const marker = { anneal: 'shared folder', format: FORMAT, folder, ...(encryption && { encryption }) }
  return `${JSON.stringify(marker, null, 2)}\n`
}

/** @param passphrase undefined: what lies there can be read by whoever has the folder */
export async function newMarker(passphrase: string | undefined): Promise<Marker> {
  const folder = randomBytes(16).toString('hex')
  if (passphrase === undefined) return { folder, encryption: undefined }
  const salt = randomBytes(16).toString('hex')
  const seal = sealBy(await keyOf(passphrase, { salt, cost: COST }))
  const check = Buffer.from(seal.close(Buffer.from(CHECKED), folder)).toString('hex')
  return { folder, encryption: { salt, cost: COST, check } }
}

/** Undefined where it is another passphrase. */
export async function sealOf(
  folder: string,
  encryption: Encryption,
  passphrase: string,
): Promise<Seal | undefined> {
  const seal = sealBy(await keyOf(passphrase, encryption))
  return seal.open(Buffer.from(encryption.check, 'hex'), folder) === undefined ? undefined : seal
}

function keyOf(passphrase: string, { salt, cost }: Pick<Encryption, 'salt' | 'cost'>): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const options = { ...SCRYPT, N: cost, maxmem: 256 * cost * SCRYPT.r }
  scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'hex'), KEY_BYTES, options, (error, key) =>
    error ? reject(error) : resolve(key),
  )
  return promise
}
