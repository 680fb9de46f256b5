import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Deps } from '../../src/app/deps.ts'
import { openSharedFolder } from '../../src/app/sync/shared-folder.ts'
import { type Synced, syncNow } from '../../src/app/sync/sync-now.ts'
import type { Store } from '../../src/store/create-store.ts'
import { START } from '../store/study.ts'

/** Below the home, for only there calls are counted. */
export function sharedIn(home: string): string {
  return join(home, 'shared')
}

/** The learner's data but the database, which may lie elsewhere. */
export function dataIn(home: string): string {
  return join(home, 'data')
}

export function writeDeck(data: string, name: string): void {
  mkdirSync(join(data, 'decks'), { recursive: true })
  writeFileSync(join(data, 'decks', name), `## own/${name.length}\nQ: Why?\nA: So.\n`)
}

/** Syncs with the folder as `anneal sync` does. */
export async function syncWith(store: Store, data: string, shared: string): Promise<Synced> {
  const deps = { store, folders: foldersIn(data), now: () => ({ at: START, offsetMin: 0 }) } as Deps
  const folder = await openSharedFolder(deps, shared, {
    encrypt: false,
    mayMake: true,
    dryRun: false,
    askPassphrase: () => Promise.reject(new Error('It is not encrypted.')),
  })
  return syncNow(deps, folder, { dryRun: false, graders: false, onProgress: () => undefined })
}

function foldersIn(data: string): Deps['folders'] {
  return {
    builtIn: data,
    graders: data,
    cache: join(data, 'cache'),
    decks: join(data, 'decks'),
    exercises: join(data, 'exercises'),
    ownGraders: join(data, 'graders'),
    backups: join(data, 'backups'),
    home: data,
  }
}
