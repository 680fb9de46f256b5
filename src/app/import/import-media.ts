import { createHash, hash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { extname, join } from 'node:path'
import type { ImportedMedium, MediaPlaces } from '../../core/imported/imported-source.ts'
import { writeWhole } from '../../disk/write-new-file.ts'
import type { Deps } from '../deps.ts'
import { IMPORTED } from './deck-places.ts'
import type { MediaCounts } from './import-report.ts'
import type { Staging } from './staging.ts'

/** Beside the decks. */
const FOLDER = 'media'

export interface TakenMedia {
  readonly places: MediaPlaces
  readonly counts: MediaCounts
}

/**
 * Brings an import's media beside the decks: what is there already with the same bytes stays, and what has
 * the name of another is called otherwise. Without a staging they are only looked at.
 */
export async function takeMedia(
  { folders }: Pick<Deps, 'folders'>,
  media: readonly ImportedMedium[],
  staging: Staging | undefined,
  onMedium: () => void,
): Promise<TakenMedia> {
  const places = new Map<string, string>()
  const taken = new Set<string>()
  let [added, known] = [0, 0]

  for (const medium of media) {
    const draft = staging?.fileFor(join(IMPORTED, FOLDER, `.${places.size}.part`))
    const digest = await copyTo(draft, medium)
    const { name, isThere } = nameFor(medium.name, digest)
    taken.add(name.toLowerCase())
    places.set(medium.name, `${FOLDER}/${name}`)
    if (isThere) known++
    else added++
    if (draft !== undefined && isThere) rmSync(draft)
    else if (draft !== undefined && staging !== undefined)
      renameSync(draft, staging.fileFor(join(IMPORTED, FOLDER, name)))
    onMedium()
  }
  return { places: (name) => places.get(name), counts: { added, known } }

  function nameFor(name: string, digest: string): { readonly name: string; readonly isThere: boolean } {
    const ending = extname(name)
    const stem = name.slice(0, name.length - ending.length)
    for (const tried of [name, `${stem}-${digest.slice(0, 8)}${ending}`, `${stem}-${digest}${ending}`]) {
      if (taken.has(tried.toLowerCase())) continue
      const file = join(folders.decks, IMPORTED, FOLDER, tried)
      if (!existsSync(file)) return { name: tried, isThere: false }
      if (digestIn(file) === digest) return { name: tried, isThere: true }
    }
    throw new Error(`No name is left for ${name}`)
  }
}

async function copyTo(path: string | undefined, medium: ImportedMedium): Promise<string> {
  const digest = createHash('sha1')
  const file = path === undefined ? undefined : openSync(path, 'wx')
  try {
    for await (const piece of medium.read()) {
      digest.update(piece)
      if (file !== undefined) writeWhole(file, piece)
    }
    if (file !== undefined) fsyncSync(file)
    return digest.digest('hex')
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function digestIn(file: string): string | undefined {
  return statSync(file).isFile() ? hash('sha1', readFileSync(file)) : undefined
}
