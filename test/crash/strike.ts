import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { fileReplacedAt } from '../../src/app/backup/kept-backup.ts'
import { finishImports } from '../../src/app/import/staging.ts'
import type { CardId } from '../../src/core/ids.ts'
import { checkCopy } from '../../src/store/check-copy.ts'
import { createStore, type Store } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { answer, START } from '../store/study.ts'
import { bundlePrograms } from './bundle-programs.ts'
import { compileLibrary } from './compile-library.ts'
import { foldersIn } from './folders-in.ts'
import { foreignEntries } from './foreign-entries.ts'
import { dataIn, sharedIn, syncWith, writeDeck } from './shared-homes.ts'

/** What becomes of the program, and of what was not forced to the disk. See power-cut.cpp. */
export const MODES = ['kill', 'lose', 'tear', 'full', 'fail'] as const
export type Mode = (typeof MODES)[number]

/** Of an older version. */
const FIXTURE = 'test/store/fixtures/version-7.db'

export const SCENARIOS = [
  'answer',
  'undo',
  'merge',
  'import',
  'migration',
  'backup',
  'restore',
  'sync',
] as const
/** One that loses answers, so that it is known that losses are found. */
export type Scenario = (typeof SCENARIOS)[number] | 'careless'

export interface Strike {
  readonly scenario: Scenario
  readonly mode: Mode
  /** Which call is the last. */
  readonly at: number
  readonly seed: number
}

/** Lets a power cut strike; `problems` is empty where nothing acknowledged was lost and everything is sound. */
export interface CrashLab {
  readonly countCalls: (scenario: Scenario) => number
  readonly strike: (strike: Strike) => readonly string[]
  readonly close: () => void
}

/** Undefined where this machine has no such way to count calls. */
export async function openCrashLab(): Promise<CrashLab | undefined> {
  if (process.platform !== 'linux') return undefined
  const folder = mkdtempSync(join(tmpdir(), 'anneal-crash-'))
  const library = await compileLibrary()
  const programs = await bundlePrograms()
  for (const scenario of [...SCENARIOS, 'careless'] as const) await prepare(scenario, join(folder, scenario))

  const homeHere = join(folder, 'struck')

  function run(scenario: Scenario, settings: { readonly [name: string]: string }) {
    const home = homeHere
    rmSync(home, { recursive: true, force: true })
    cpSync(join(folder, scenario), home, { recursive: true })
    const env = { ...process.env, ...settings, LD_PRELOAD: library, CUT_ROOT: home }
    const ran = spawnSync(process.execPath, [join(programs, 'scenario.js'), scenario, home], {
      env,
      encoding: 'utf8',
    })
    return { home, ...ran }
  }

  let imported: Imported | undefined
  /** What the import comes to where nothing strikes. */
  function wholeImport(): Imported {
    imported ??= withStore(join(run('import', {}).home, 'anneal.db'), (store) => importedIn(store, homeHere))
    return imported
  }

  return {
    countCalls: (scenario) => {
      const count = join(folder, 'count')
      const { status, stderr } = run(scenario, { CUT_COUNT: count })
      if (status !== 0) throw new Error(stderr)
      return Number(readFileSync(count, 'utf8'))
    },
    strike: ({ scenario, mode, at, seed }) => {
      const settings = { CUT_MODE: mode, CUT_AT: String(at), CUT_SEED: String(seed) }
      const whole = scenario === 'import' ? wholeImport() : undefined
      const { home, stdout, stderr, status, signal } = run(scenario, settings)
      // A line that was cut by the kill was not acknowledged.
      const acknowledged = stdout.split('\n').slice(0, -1)
      return [
        ...endingProblems(mode, status, signal, stderr),
        ...problemsIn(home, scenario, acknowledged, whole),
        ...(scenario === 'sync' ? problemsOfSync(join(programs, 'sync-again.js'), home) : []),
      ]
    },
    close: () => {
      for (const path of [folder, programs]) rmSync(path, { recursive: true, force: true })
    },
  }
}

function endingProblems(
  mode: Mode,
  status: number | null,
  signal: string | null,
  stderr: string,
): readonly string[] {
  const isCut = mode === 'kill' || mode === 'lose' || mode === 'tear'
  if (isCut) return signal === 'SIGKILL' ? [] : [`it was not killed: ${status} ${signal} ${stderr}`]
  // What is done once all is written may fail unnoticed; what is told says what to do.
  return status === 0 || (status === 2 && stderr.trim().split('\n').length === 1)
    ? []
    : [`it crashed: ${stderr}`]
}

async function prepare(scenario: Scenario, home: string): Promise<void> {
  mkdirSync(home, { recursive: true })
  const database = join(home, 'anneal.db')
  if (scenario === 'migration') {
    cpSync(FIXTURE, database)
    return
  }
  withStore(database, (store) => {
    for (let at = 0; at < STUDIED; at++)
      answer(store, `adam/${at}` as CardId, 'good', START - 1e7 + at * 60_000)
  })
  if (scenario === 'sync') await prepareSync(home)
  if (scenario !== 'restore') return
  const given = join(home, 'from', 'given.db')
  mkdirSync(join(home, 'from'))
  withStore(given, (store) => void answer(store, 'nms/0' as CardId, 'good', START - 1e7))
}

/** Another machine has been there, with answers and a deck; this one has both of its own. */
async function prepareSync(home: string): Promise<void> {
  const other = join(home, 'other')
  writeDeck(dataIn(home), 'mine.md')
  writeDeck(other, 'theirs.md')
  mkdirSync(sharedIn(home))
  const store = createStore(openDatabase(join(home, 'other.db')))
  store.accept(foreignEntries(), () => undefined)
  await syncWith(store, other, sharedIn(home))
  store.close()
}

function withStore<T>(path: string, use: (store: Store) => T): T {
  const store = createStore(openDatabase(path))
  try {
    return use(store)
  } finally {
    store.close()
  }
}

function problemsIn(
  home: string,
  scenario: Scenario,
  acknowledged: readonly string[],
  whole: Imported | undefined,
): readonly string[] {
  const database = join(home, 'anneal.db')
  try {
    return withStore(database, (store) => [
      ...store.damages(),
      ...store.drifted().map((id) => `${id} differs from the log`),
      ...foreignKeyProblems(database),
      ...lostFrom(store, home, scenario, acknowledged, whole),
    ])
  } catch (error) {
    return [`it cannot be opened again: ${error}`]
  }
}

function foreignKeyProblems(path: string): readonly string[] {
  const db = new Database(path)
  const found = db.pragma('foreign_key_check') as readonly unknown[]
  db.close()
  return found.map((row) => JSON.stringify(row))
}

function lostFrom(
  store: Store,
  home: string,
  scenario: Scenario,
  acknowledged: readonly string[],
  whole: Imported | undefined,
): readonly string[] {
  const ids = new Set([...store.entries()].map(({ id }) => id))
  const isSaid = acknowledged.length > 0
  switch (scenario) {
    case 'answer':
    case 'careless':
      return acknowledged.filter((id) => !ids.has(id))
    case 'undo':
      return [
        ...acknowledged.filter((line) => line.length === 26 && !ids.has(line)),
        ...(acknowledged.includes('undone') && ids.size !== 14 ? ['the undo is lost'] : []),
      ]
    case 'merge': {
      const added = foreignEntries().filter(({ id }) => ids.has(id)).length
      const whole = foreignEntries().length
      return added === whole || (added === 0 && !isSaid) ? [] : [`${added} of ${whole} entries are there`]
    }
    case 'import': {
      const found = importedIn(store, home)
      const isNone = found.events === STUDIED && found.files.length === 0
      return isDeepStrictEqual(found, whole) || (isNone && !isSaid) ? [] : [JSON.stringify(found)]
    }
    case 'sync':
      return isSaid && ids.size !== 52 ? [`${ids.size} of 52 entries are there`] : []
    case 'migration':
      return store.countEvents() === ofFixture()
        ? copyProblems(copyBefore(home), ofFixture())
        : [`${store.countEvents()} events`]
    case 'backup':
      return isSaid || existsSync(join(home, 'copy.db')) ? copyProblems(join(home, 'copy.db'), 12) : []
    case 'restore': {
      const aside = join(home, 'backups', fileReplacedAt(START))
      if (ids.size === 1) return copyProblems(aside, 12)
      if (ids.size === 12 && !isSaid) return existsSync(aside) ? copyProblems(aside, 12) : []
      return [`${ids.size} events after the restore`]
    }
  }
}

interface Imported {
  readonly events: number
  readonly files: readonly string[]
}

/** Once the next start has put what was written into its place. */
function importedIn(store: Store, home: string): Imported {
  const folders = foldersIn(home)
  finishImports({ store, folders })
  const files = existsSync(folders.decks)
    ? readdirSync(folders.decks, { recursive: true, encoding: 'utf8' })
    : []
  return { events: store.countEvents(), files: files.sort() }
}

/** Answers that each home has to begin with. */
const STUDIED = 12

/** In a process of its own, for this one waits for nothing. */
function problemsOfSync(program: string, home: string): readonly string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [program, home], {
    encoding: 'utf8',
  })
  return `${stdout}${stderr}`.split('\n').filter((line) => line !== '')
}

function ofFixture(): number {
  return checkCopy(FIXTURE, 'quick_check').events
}

/** What was kept before the migration. */
function copyBefore(home: string): string {
  const folder = join(home, 'backups')
  return join(folder, readdirSync(folder).find((name) => /^before-\d+\.db$/.test(name)) ?? 'before')
}

function copyProblems(path: string, events: number): readonly string[] {
  try {
    const found = checkCopy(path, 'integrity_check').events
    return found === events ? [] : [`${path} has ${found} events`]
  } catch (error) {
    return [String(error)]
  }
}
