import { realpathSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { imagesWithin } from '../../content/deck-paths.ts'
import { isImageName, MOST_IMAGE_BYTES } from '../../core/image-path.ts'
import type { ImportedMedium } from '../../core/imported/imported-source.ts'
import { liesBelow } from '../../disk/lies-below.ts'
import { bytesOfFile } from '../../disk/read-regular-file.ts'
import { statOf } from '../../disk/stat-of.ts'
import { createMediaNames } from '../media-names.ts'

export interface ImageFinder {
  /** The medium that a text names which stands in this file; undefined where there is no such image. */
  readonly find: (from: string, target: string) => string | undefined
  /** Those that were found. */
  readonly media: () => readonly ImportedMedium[]
}

/**
 * Finds the images that notes name: beside their file, by the path from the folder, and in a vault by the name
 * alone, as Obsidian does. None lies outside of the folder.
 */
export function createImageFinder(folder: string, { isVault }: { readonly isVault: boolean }): ImageFinder {
  const names = createMediaNames()
  const root = realpathSync(folder)
  let byName: ReadonlyMap<string, readonly string[]> | undefined

  function imageAt(path: string): string | undefined {
    const stat = isImageName(path) ? statOf(path) : undefined
    if (!stat?.isFile() || stat.size > MOST_IMAGE_BYTES) return undefined
    return liesBelow(realpathSync(path), root) ? path : undefined
  }

  function named(target: string): string | undefined {
    if (!isVault) return undefined
    byName ??= Map.groupBy(imagesWithin(folder), keyOf)
    const all = byName.get(keyOf(target)) ?? []
    const ending = sep + join(target)
    return all.find((path) => path.endsWith(ending)) ?? all[0]
  }

  return {
    find: (from, target) => {
      if (target.includes('\0')) return undefined
      const path =
        imageAt(join(dirname(from), target)) ?? imageAt(join(folder, target)) ?? imageAt(named(target) ?? '')
      return path === undefined ? undefined : names.nameOf(path)
    },
    media: () =>
      Array.from(names.files, ([name, path]) => ({
        name,
        size: statOf(path)?.size ?? 0,
        async *read() {
          yield bytesOfFile(path, MOST_IMAGE_BYTES) ?? new Uint8Array()
        },
      })),
  }
}

function keyOf(path: string): string {
  return basename(path).normalize('NFC').toLowerCase()
}
