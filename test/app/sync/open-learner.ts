import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openSharedFolder } from '../../../src/app/sync/shared-folder.ts'
import { type Synced, syncNow } from '../../../src/app/sync/sync-now.ts'
import { openTestDeps, type TestDeps } from '../open-test-deps.ts'

export function sharedPath(): string {
  const path = mkdtempSync(join(tmpdir(), 'anneal-shared-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

export interface SyncHow {
  readonly passphrase?: string
  readonly dryRun?: boolean
  readonly graders?: boolean
}

/** A learner's machine. */
export function openMachine() {
  const deps = openTestDeps({})
  return {
    deps,
    write: (path: string, text: string) => {
      const place = join(deps.folders.home, path)
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, text)
    },
    read: (path: string): string => readFileSync(join(deps.folders.home, path), 'utf8'),
    remove: (path: string) => rmSync(join(deps.folders.home, path), { recursive: true }),
    sync: (path: string, how: SyncHow = {}): Promise<Synced> => sync(deps, path, how),
  }
}

async function sync(
  deps: TestDeps,
  path: string,
  { passphrase, dryRun = false, graders = false }: SyncHow,
): Promise<Synced> {
  const folder = await openSharedFolder(deps, path, {
    encrypt: passphrase !== undefined,
    mayMake: true,
    dryRun,
    askPassphrase: async () => passphrase ?? '',
  })
  return syncNow(deps, folder, { dryRun, graders, onProgress: () => undefined })
}
