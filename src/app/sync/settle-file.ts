import { type FileVersion, GONE } from '../../core/file-version.ts'
import type { Text } from '../../core/locale.ts'
import { conflictPath } from '../../interop/segments/shared-path.ts'
import type { Deps } from '../deps.ts'
import type { Blobs } from './blobs.ts'
import type { MergedFile } from './merge-files.ts'
import { openPlacing, type VersionPlaced } from './place-version.ts'
import { placeOf } from './travelling-files.ts'

/** What became of a path here. */
export interface SettledFile {
  readonly path: string
  readonly change: 'none' | 'taken' | 'removed' | 'held-back'
  /** What others are told of it; undefined for nothing. */
  readonly version: FileVersion | undefined
  /** Of each version that did not become the present one, where it lies. */
  readonly conflicts: readonly Text[]
  readonly fault: Text | undefined
}

/** Brings files to what they are to become; a dry run says what would be. */
export function openSettling(
  deps: Pick<Deps, 'folders'>,
  blobs: Blobs,
  dryRun: boolean,
): (file: MergedFile) => SettledFile {
  const placeVersion = openPlacing(deps, blobs)

  function keepLoser(path: string, contents: string): string | undefined {
    return dryRun
      ? placeOf(deps.folders, conflictPath(path, contents))
      : blobs.keepBeside(deps.folders, path, contents)
  }

  return (file) => {
    const { path } = file
    const stays: SettledFile = { path, change: 'none', version: undefined, conflicts: [], fault: undefined }
    if (file.kind === 'unsafe') return { ...stays, fault: UNSAFE }
    const { known } = file
    if (file.kind === 'held-back') return { ...stays, change: 'held-back', version: known }
    const { present, version, losers } = file
    const isPresent = version.contents === present
    // What loses is kept before anything takes its place.
    const kept = losers.map((loser) => keepLoser(path, loser))
    const placed = kept.includes(undefined)
      ? NOT_YET
      : isPresent || dryRun
        ? PLACED
        : placeVersion({ path, present, wanted: version.contents })
    if (placed.kind === 'fault') return { ...stays, version: known, fault: placed.why }
    const change = isPresent ? 'none' : version.contents === GONE ? 'removed' : 'taken'
    return { ...stays, change, version, conflicts: kept.map((where) => changedTwice(where ?? path)) }
  }
}

const PLACED: VersionPlaced = { kind: 'placed' }
export const UNSAFE: Text = {
  en: 'a path that must not be written here; it is not taken',
  zh: '此路径不允许写入，已忽略',
}
const NOT_YET: VersionPlaced = {
  kind: 'fault',
  why: {
    en: 'changed on two machines; merged once the other version is there',
    zh: '在两台机器上都有改动；等另一个版本同步到后再合并',
  },
}

function changedTwice(kept: string): Text {
  return {
    en: `the other version is kept as ${kept}`,
    zh: `另一个版本保存为 ${kept}`,
  }
}
