import { closeSync, createReadStream, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { makeScratchFolder } from './scratch-folder.ts'

export interface ScratchFile {
  readonly path: string
  /** Takes its name away once it is open elsewhere too, so that not even a process that is killed leaves it behind. */
  readonly hide: () => void
  /** What stands in it, from the start. */
  readonly read: () => Readable
  readonly discard: () => void
}

/** A path for a file of this process alone; nothing is there yet. */
export function createScratchFile(): ScratchFile {
  const folder = makeScratchFolder()
  const path = join(folder, 'scratch')
  let file: number | undefined

  function open(): number {
    file ??= openSync(path, 'r')
    return file
  }

  return {
    path,
    hide: () => {
      open()
      try {
        rmSync(folder, { recursive: true })
      } catch {
        // Windows takes no name away from an open file.
      }
    },
    read: () => createReadStream(path, { fd: open(), start: 0, autoClose: false }),
    discard: () => {
      if (file !== undefined) closeSync(file)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
