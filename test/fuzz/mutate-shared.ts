import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Random } from '../../src/core/random.ts'
import { compress, decompress } from '../../src/interop/segments/compress.ts'
import { numberedName, parseNumberedName } from '../../src/interop/segments/folder-names.ts'
import { digestOf } from '../../src/interop/segments/seal.ts'
import { mutateBytes } from './mutate-bytes.ts'

const MOST_BYTES = 1_000_000

/** One file of a shared folder: its marker, a segment, a list of files or what a file holds. */
export function mutateShared(folder: string, random: Random): void {
  const [first = '', ...others] = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
  const [path, donor] = [random.pick([first, ...others]), readFileSync(random.pick([first, ...others]))]
  const inside = decompress(readFileSync(path), MOST_BYTES)
  if (inside === undefined || random.real() < 0.3)
    writeFileSync(path, mutateBytes(readFileSync(path), random, donor))
  else putInside(path, mutateBytes(inside, random, decompress(donor, MOST_BYTES) ?? donor))
}

/** Under the name that its bytes demand: as one writes it who knows the form. */
function putInside(path: string, plain: Uint8Array): void {
  const bytes = compress(plain)
  writeFileSync(path, bytes)
  const name = parseNumberedName(path.slice(dirname(path).length + 1))
  if (name === undefined) return
  renameSync(path, join(dirname(path), numberedName(name.kind, name.number, digestOf(bytes))))
}
