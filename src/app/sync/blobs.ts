import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bytesOfFile } from '../../disk/read-regular-file.ts'
import { rewriteOrMake } from '../../disk/rewrite-or-make.ts'
import { compress, decompress } from '../../interop/segments/compress.ts'
import { blobName } from '../../interop/segments/folder-names.ts'
import { conflictPath, LARGEST_FILE } from '../../interop/segments/shared-path.ts'
import type { Folders } from '../deps.ts'
import type { OwnPlace } from './own-place.ts'
import type { DeviceFolder, SharedFolder } from './shared-folder.ts'
import { placeOf, readOwnFile } from './travelling-files.ts'

export type Blobs = ReturnType<typeof openBlobs>

/** Zstandard makes what cannot be compressed larger, a little. */
const LARGEST_BLOB = LARGEST_FILE + 2 ** 20

/** What files hold, by the names of their versions, in whichever device's folder. */
export function openBlobs({ seal }: SharedFolder, devices: readonly DeviceFolder[], place: OwnPlace) {
  const places = new Map(
    devices.flatMap(({ path, files }) =>
      files.filter((file) => file.isFile()).map(({ name }) => [name, join(path, name)] as const),
    ),
  )

  /** Undefined where it is not there yet, or is not what its name says. */
  function read(version: string): Uint8Array | undefined {
    const path = places.get(blobName(version))
    const bytes = path && bytesOfFile(path, LARGEST_BLOB)
    const opened = bytes && seal.open(bytes, blobPlace(version))
    const plain = opened && decompress(opened, LARGEST_FILE)
    return plain && seal.nameOf(plain) === version ? plain : undefined
  }

  return {
    nameOf: seal.nameOf,
    has: (version: string): boolean => places.has(blobName(version)),
    read,
    write(version: string, bytes: Uint8Array): void {
      const name = blobName(version)
      places.set(name, place.write(name, seal.close(compress(bytes), blobPlace(version))))
    },
    /** Puts a version that lost beside the file, and returns where; undefined where it is not to be had. */
    keepBeside(folders: Folders, path: string, version: string): string | undefined {
      const kept = placeOf(folders, conflictPath(path, version))
      if (existsSync(kept)) return kept
      const own = readOwnFile(folders, path)
      const bytes = own && seal.nameOf(own) === version ? own : read(version)
      if (bytes === undefined) return undefined
      rewriteOrMake(kept, bytes)
      return kept
    },
  }
}

function blobPlace(version: string): string {
  return `blob ${version}`
}
