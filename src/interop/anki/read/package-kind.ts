import { PbfReader } from 'pbf'
import { brokenProblem } from '../../../core/imported/broken-file.ts'
import { Problem } from '../../../core/problem.ts'
import type { Archive } from './archive.ts'

/** Which of the collections in an archive counts, and whether its parts are packed with Zstandard. */
export interface PackageKind {
  readonly collection: 'collection.anki2' | 'collection.anki21' | 'collection.anki21b'
  readonly isPacked: boolean
}

const KINDS: readonly PackageKind[] = [
  { collection: 'collection.anki2', isPacked: false },
  { collection: 'collection.anki21', isPacked: false },
  { collection: 'collection.anki21b', isPacked: true },
]

/**
 * By what the archive says of itself, for beside its collection lies one for older programs that holds
 * nothing but a hint. Archives that say nothing are older.
 */
export async function packageKind(archive: Archive, path: string): Promise<PackageKind> {
  const version = archive.has('meta') ? versionIn(await archive.bytes('meta', 1000), path) : undefined
  const [legacy, legacyToo, latest] = KINDS
  const unsaid = archive.has('collection.anki21b')
    ? latest
    : archive.has('collection.anki21')
      ? legacyToo
      : legacy
  const kind = version === undefined ? unsaid : KINDS[version - 1]
  if (kind === undefined) throw tooNew(path)
  if (!archive.has(kind.collection)) throw brokenProblem(path, NO_COLLECTION)
  return kind
}

/** `PackageMetadata` of Anki's import_export.proto. */
function versionIn(meta: Uint8Array, path: string): number {
  try {
    return new PbfReader(meta).readFields(
      (tag, version, pbf) => {
        if (tag === 1) version.number = pbf.readVarint()
      },
      { number: 0 },
    ).number
  } catch (error) {
    throw brokenProblem(path, { en: 'does not say of which version it is', zh: '未说明版本' }, error)
  }
}

const NO_COLLECTION = { en: 'holds no collection of Anki', zh: '不含 Anki 的集合' }

function tooNew(path: string): Problem {
  return new Problem(
    {
      en: `${path} is of a version of Anki that is not known here.`,
      zh: `${path} 来自尚不支持的 Anki 版本。`,
    },
    {
      remedy: {
        en: 'Export it with "Support older Anki versions", or upgrade anneal.',
        zh: '请在 Anki 中勾选“支持旧版 Anki”重新导出，或升级 anneal。',
      },
    },
  )
}
