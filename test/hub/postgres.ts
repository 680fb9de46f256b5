import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { settleFolder } from '../../src/grader/languages/cpp/compile/settle-folder.ts'
import { findPostgres } from './find-postgres.ts'

const BIN = findPostgres()

export const HAS_POSTGRES = BIN !== undefined

export interface Postgres {
  /** Of one of its databases, as in DATABASE_URL. */
  readonly urlOf: (database: string) => string
  /** At once, as by `kill -9`: its folder stays, for `start`. */
  readonly kill: () => Promise<void>
  /** Again after `kill`, on the same folder. */
  readonly start: () => Promise<void>
  /** And its folder goes with it. */
  readonly end: () => Promise<void>
}

/**
 * A server of one's own. It ends with this process, however that ends.
 * @param isDurable whether what it acknowledged is on disk, as where it is to be killed
 * @param settings as in postgresql.conf
 */
export async function startPostgres({
  isDurable = false,
  settings = SETTINGS,
}: {
  readonly isDurable?: boolean
  readonly settings?: readonly string[]
} = {}): Promise<Postgres> {
  if (BIN === undefined) throw new Error('There is no Postgres here: HAS_POSTGRES says so.')
  const folder = mkdtempSync(join(tmpdir(), 'anneal-pg-'))
  const user = otherThanRoot()
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  copyFolder(join(await madeCluster(BIN, user), 'data'), data)
  const all = [
    ...settings,
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    `fsync=${isDurable ? 'on' : 'off'}`,
  ]
  const command = [join(BIN, 'postgres'), '-D', data, ...all.flatMap((setting) => ['-c', setting])]
  let server = await serving(folder, command, user)
  return {
    urlOf: (database) => `postgres://anneal@localhost/${database}?host=${encodeURIComponent(folder)}`,
    kill: () => stop(server, 'kill'),
    start: async () => {
      server = await serving(folder, command, user)
    },
    end: () => stop(server, 'end'),
  }
}

/** Made once and kept from run to run: that takes a second, and a copy an eighth of it. */
async function madeCluster(bin: string, user: User | undefined): Promise<string> {
  const version = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  const made = createHash('sha256').update(JSON.stringify([version, CLUSTER, user]))
  const kept = resolve('.cache', `cluster-${made.digest('hex').slice(0, 16)}`)
  if (!existsSync(kept)) await settleFolder(kept, async (aside) => initialise(bin, user, aside))
  return kept
}

/** Where that user may write: perhaps not below the clone. */
function initialise(bin: string, user: User | undefined, folder: string): void {
  const scratch = mkdtempSync(join(tmpdir(), 'anneal-pg-'))
  try {
    if (user !== undefined) chownSync(scratch, user.uid, user.gid)
    execFileSync(join(bin, 'initdb'), [...CLUSTER, '-D', join(scratch, 'data')], {
      ...user,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    copyFolder(join(scratch, 'data'), join(folder, 'data'))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** With its owner, as which the server runs. */
function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to], { stdio: ['ignore', 'ignore', 'pipe'] })
}

const CLUSTER = ['-U', 'anneal', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync', '--wal-segsize=1']
const SETTINGS = ['max_connections=100', 'shared_buffers=32MB', 'autovacuum=off']

/**
 * The server is a child of a shell that waits for a word, and ends it when that stream closes: it does when whoever holds
 * it has been killed, too.
 */
const KEEPER = `
folder=$1; shift
"$@" & server=$!
read -r word
if [ "$word" = kill ]; then kill -KILL $server; wait $server; exit; fi
kill -QUIT $server; wait $server
rm -rf "$folder"`

async function serving(
  folder: string,
  command: readonly string[],
  user: User | undefined,
): Promise<ChildProcess> {
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', folder, ...command], {
    ...user,
    // Away from the terminal's ctrl-c: the stream tells it.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const said: string[] = []
  for await (const line of createInterface({ input: keeper.stderr })) {
    said.push(line)
    if (!line.includes('database system is ready')) continue
    keeper.stderr.resume()
    keeper.unref()
    for (const stream of [keeper.stdin, keeper.stderr]) (stream as unknown as { unref(): void }).unref()
    return keeper
  }
  throw new Error(`Postgres does not start:\n${said.join('\n')}`)
}

async function stop(keeper: ChildProcess, word: 'kill' | 'end'): Promise<void> {
  keeper.stdin?.end(`${word}\n`)
  // Now it is waited for.
  keeper.ref()
  // Its children hold the stream of errors, and the folder, a moment longer than it lives.
  if (!keeper.stderr?.closed) await once(keeper, 'close')
}

interface User {
  readonly uid: number
  readonly gid: number
}

/** Postgres refuses to run as root. */
function otherThanRoot(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}
