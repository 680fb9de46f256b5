import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Deps } from '../../src/app/deps.ts'
import { importFile } from '../../src/app/import/import-file.ts'
import { openSharedFolder } from '../../src/app/sync/shared-folder.ts'
import { syncNow } from '../../src/app/sync/sync-now.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { Problem } from '../../src/core/problem.ts'
import { digestOf } from '../../src/interop/segments/seal.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { foldersIn } from '../crash/folders-in.ts'
import { foreignEntries } from '../crash/foreign-entries.ts'
import { START } from '../store/study.ts'
import type { Sample } from './samples.ts'

/** What became of hostile bytes; `faults` is empty where they were taken or refused as they should. */
export interface Outcome {
  readonly kind: 'taken' | 'refused' | 'fault'
  readonly faults: readonly string[]
}

export type FuzzLab = ReturnType<typeof openFuzzLab>

/** A learner's home with cards and answers in it, made anew for each trial. */
export function openFuzzLab() {
  const root = mkdtempSync(join(tmpdir(), 'anneal-fuzz-'))
  const [model, home, shared, inbox] = ['model', 'home', 'shared', 'inbox'].map((name) =>
    join(root, name),
  ) as [string, string, string, string]
  makeModel(model)

  const renew = () => {
    rmSync(home, { recursive: true, force: true })
    cpSync(model, home, { recursive: true })
  }

  return {
    root,
    home,
    /** The file as it lies there, in a home made anew. */
    put({ name, bytes }: Sample): string {
      renew()
      rmSync(inbox, { recursive: true, force: true })
      mkdirSync(inbox)
      writeFileSync(join(inbox, name), bytes)
      return join(inbox, name)
    },
    /** A folder that another machine has shared, in a place made anew; `change` does to it what it likes. */
    async shareThenSync(change: (folder: string) => void): Promise<Outcome> {
      rmSync(shared, { recursive: true, force: true })
      mkdirSync(shared)
      renew()
      await withDeps(home, async (deps) => void (await sync(deps, shared)))
      renew()
      rmSync(join(home, 'anneal.db'))
      rmSync(join(home, 'decks'), { recursive: true })
      change(shared)
      return tried(home, (deps) => sync(deps, shared))
    },
    importFrom: (path: string): Promise<Outcome> =>
      tried(home, (deps) => importFile(deps, path, { isDryRun: false })),
    /** What is unsound of the home, whoever wrote to it. */
    check: (before: Snapshot, refused: boolean) => unsound(home, before, refused),
    snapshot: () => snapshotOf(home),
    close: () => rmSync(root, { recursive: true, force: true }),
  }
}

function makeModel(home: string): void {
  mkdirSync(join(home, 'decks'), { recursive: true })
  writeFileSync(join(home, 'decks/mine.md'), '## own/a\nimage: p.png\nQ: What?\nA: That.\n')
  writeFileSync(join(home, 'decks/p.png'), Buffer.from([0x89, 0, 1, 255]))
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  store.accept(foreignEntries(), () => undefined)
  store.close()
}

async function withDeps<T>(home: string, use: (deps: Deps) => Promise<T>): Promise<T> {
  const folders = foldersIn(home)
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  try {
    const content = await loadContent({ builtIn: '/nowhere', own: folders.decks })
    return await use({
      store,
      content,
      folders,
      readContent: async () => content,
      machine: { locale: 'en', workspace: join(home, 'workspace') },
      now: () => ({ at: START, offsetMin: 60 }),
    })
  } finally {
    store.close()
  }
}

async function sync(deps: Deps, path: string) {
  const wanted = { encrypt: false, mayMake: true, dryRun: false, askPassphrase: async () => 'guess' }
  const folder = await openSharedFolder(deps, path, wanted)
  return syncNow(deps, folder, { dryRun: false, graders: true, onProgress: () => undefined })
}

async function tried(home: string, act: (deps: Deps) => Promise<unknown>): Promise<Outcome> {
  mkdirSync(home, { recursive: true })
  await withDeps(home, async () => undefined)
  const before = snapshotOf(home)
  let error: unknown
  try {
    await withDeps(home, act)
  } catch (thrown) {
    error = thrown
  }
  if (error !== undefined && !(error instanceof Problem))
    return { kind: 'fault', faults: [error instanceof Error ? `${error.stack}` : String(error)] }
  const faults = unsound(home, before, error !== undefined)
  if (faults.length > 0) return { kind: 'fault', faults }
  return { kind: error === undefined ? 'taken' : 'refused', faults }
}

export interface Snapshot {
  readonly files: ReadonlyMap<string, string>
  readonly log: string
}

function snapshotOf(home: string): Snapshot {
  return {
    files: new Map(filesIn(home).map((path) => [path, digestOf(readFileSync(join(home, path)))])),
    log: withStore(home, (store) => JSON.stringify([...store.entries()])),
  }
}

const TREES = /^(?:decks|exercises|graders)\//

function unsound(home: string, before: Snapshot, refused: boolean): readonly string[] {
  const faults = withStore(home, (store) => [...store.damages(), ...store.drifted()])
  const after = snapshotOf(home)
  const changed = [...new Set([...before.files.keys(), ...after.files.keys()])].filter(
    (path) => before.files.get(path) !== after.files.get(path),
  )
  const wrong = refused ? changed : changed.filter((path) => !TREES.test(path) || before.files.has(path))
  if (refused && before.log !== after.log) faults.push('refused, and the log has changed')
  faults.push(...wrong.map((path) => `${path} was changed`))
  const outside = readdirSync(dirname(home)).filter((name) => !PLACES.has(name))
  return [...faults, ...outside.map((name) => `${name} lies outside the home`)]
}

const PLACES = new Set(['model', 'home', 'shared', 'inbox', 'peak'])

function withStore<T>(home: string, use: (store: ReturnType<typeof createStore>) => T): T {
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  try {
    return use(store)
  } finally {
    store.close()
  }
}

/** But for the database, which its log stands for, and what the program keeps to start sooner. */
function filesIn(home: string): readonly string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(home.length + 1))
    .filter((path) => !/^(?:anneal\.db|cache\/|backups\/)/.test(path))
    .sort()
}
