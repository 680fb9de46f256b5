import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../core/system-error.ts'
import { rewriteOrMake } from '../../disk/rewrite-or-make.ts'
import { sweepDrafts } from '../../disk/sweep-drafts.ts'
import type { SharedFolder } from './shared-folder.ts'

/** This machine's part of a shared folder: the only one that it writes into. */
export type OwnPlace = ReturnType<typeof openOwnPlace>

export function openOwnPlace({ devices }: SharedFolder, device: string) {
  const path = join(devices, device)
  let isReady = false

  function getReady(): void {
    if (isReady) return
    // Not those above: where the folder has gone meanwhile, its disk may be no longer mounted.
    for (const folder of [devices, path]) makeOne(folder)
    // Lest what a killed one had begun travels.
    sweepDrafts(path)
    isReady = true
  }

  return {
    device,
    /**
     * The whole of it or nothing, and returns where. What a power cut takes back is missed, and written
     * again, by the next.
     */
    write(name: string, bytes: Uint8Array): string {
      getReady()
      const place = join(path, name)
      rewriteOrMake(place, bytes)
      return place
    },
    remove(name: string): void {
      rmSync(join(path, name), { force: true })
    },
  }
}

function makeOne(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
