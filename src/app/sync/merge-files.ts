import { type FileVersion, GONE, mergeVersions } from '../../core/file-version.ts'
import type { FileList } from '../../interop/segments/file-list.ts'
import { isSharedPath } from '../../interop/segments/shared-path.ts'

export interface FileHere {
  readonly version: FileVersion
  /** What was found there; `GONE` for nothing. */
  readonly present: string
}

/** What a path is to become. */
export type MergedFile =
  | { readonly kind: 'unsafe'; readonly path: string }
  | { readonly kind: 'held-back'; readonly path: string; readonly known: FileVersion | undefined }
  | {
      readonly kind: 'merged'
      readonly path: string
      readonly known: FileVersion | undefined
      readonly present: string
      readonly version: FileVersion
      /** Contents that were changed elsewhere, and are not what it becomes. */
      readonly losers: readonly string[]
    }

/** All paths that any machine has or had, in their order. */
export function mergeFiles(
  here: ReadonlyMap<string, FileHere>,
  others: readonly FileList[],
  takesGraders: boolean,
): readonly MergedFile[] {
  const paths = new Set([...here.keys(), ...others.flatMap((list) => [...list.keys()])])
  return [...paths].sort().flatMap((path): readonly MergedFile[] => {
    if (!isSharedPath(path)) return [{ kind: 'unsafe', path }]
    const { version: known, present } = here.get(path) ?? { version: undefined, present: GONE }
    const { version, losers } = mergeAll(known, others, path)
    if (version === undefined) return []
    if (version.contents !== present && path.startsWith('graders/') && !takesGraders)
      return [{ kind: 'held-back', path, known }]
    return [{ kind: 'merged', path, known, present, version, losers }]
  })
}

function mergeAll(mine: FileVersion | undefined, others: readonly FileList[], path: string) {
  let version = mine
  const losers = new Set<string>()
  for (const list of others) {
    const theirs = list.get(path)
    if (theirs === undefined) continue
    const one = version === undefined ? { version: theirs, loser: undefined } : mergeVersions(version, theirs)
    version = one.version
    if (one.loser !== undefined) losers.add(one.loser)
  }
  return { version, losers: [...losers] }
}
