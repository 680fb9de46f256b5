import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { zipSync } from 'fflate'
import type { Random } from '../../src/core/random.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { type Entries, PACKAGES, type Sample } from './samples.ts'

/** An archive of Anki with bytes changed, or whole again around entries that are changed or another archive's. */
export function mutatePackage(random: Random): Sample {
  const [own, donor] = [pickPackage(random), pickPackage(random)]
  if (random.real() < 0.4) return { name: own.name, bytes: mutateBytes(own.bytes, random, donor.bytes) }
  const change = random.real() < 0.25 ? swapEntry : changeEntry
  return { name: own.name, bytes: zipSync({ ...change(own.entries, donor.entries, random) }, { level: 1 }) }
}

function pickPackage(random: Random) {
  const [first, ...others] = PACKAGES
  if (first === undefined) throw new Error('no packages')
  return random.pick([first, ...others])
}

function swapEntry(own: Entries, donor: Entries, random: Random): Entries {
  const [to, from] = [pickName(own, random), pickName(donor, random)]
  return { ...own, [to]: donor[from] ?? Buffer.alloc(0) }
}

/** Most lie compressed in their archive: else hardly a change would come through to the database. */
function changeEntry(own: Entries, donor: Entries, random: Random): Entries {
  const name = pickName(own, random)
  const bytes = own[name] ?? Buffer.alloc(0)
  const other = donor[pickName(donor, random)] ?? Buffer.alloc(0)
  if (!isZstd(bytes) || random.real() < 0.2) return { ...own, [name]: mutateBytes(bytes, random, other) }
  return { ...own, [name]: zstdCompressSync(mutateBytes(zstdDecompressSync(bytes), random, other)) }
}

function pickName(entries: Entries, random: Random): string {
  const [first = '', ...others] = Object.keys(entries)
  return random.pick([first, ...others])
}

function isZstd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('hex') === '28b52ffd'
}
