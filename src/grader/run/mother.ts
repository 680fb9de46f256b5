import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { constants } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { OuterLayer } from '../protocol/compiling.ts'
import type { StartCommand } from '../protocol/language.ts'
import { type Birth, createBirth, receive, startedOf, TOKEN_BYTES } from './birth.ts'
import { type Life, lifeOf } from './life-of.ts'
import { systemLimits } from './limits.ts'
import { within } from './outer-layer.ts'
import { childrenOf, numberHere } from './process-tree.ts'
import { endOf, markerOf, type ProcessEnd, type Run, type Started } from './started.ts'

/** A process that has loaded what its forks have in common. */
export interface Mother {
  /** Undefined where the fork does not come to be. */
  readonly fork: (run: Run) => Promise<Started | undefined>
  readonly stop: () => Promise<void>
}

/** What she tells, a line of JSON each: nursery.py. */
type MotherNews =
  | { readonly told: 'ready' }
  | { readonly told: 'born'; readonly token: string; readonly pid: number }
  | { readonly told: 'gone'; readonly pid: number; readonly code: number; readonly signal: number }

/** Undefined where she does not start. She ends when the judge does, and with her all that she has forked. */
export async function startMother(
  command: StartCommand,
  run: Run,
  folder: string,
): Promise<Mother | undefined> {
  const births = new Map<string, Birth>()
  const path = join(folder, `socket-${randomBytes(4).toString('hex')}`)
  const server = await listen(path, births)
  if (server === undefined) return undefined
  const { child, life, layer } = spawnMother({ ...command, args: [...command.args, path] }, run, folder)
  const [, , , orders, news] = child.stdio as unknown as [null, null, null, Writable, Readable]
  orders.on('error', () => undefined)
  const living = new Map<number, Birth>()
  const ready = Promise.withResolvers<boolean>()
  createInterface({ input: news }).on('line', (line) => {
    const told = JSON.parse(line) as MotherNews
    if (told.told === 'ready') ready.resolve(true)
    else if (told.told === 'born') bear(told.token, told.pid)
    else living.get(told.pid)?.end.resolve(endNamed(told))
  })
  const gone = once(child, 'exit')
    .catch(() => undefined)
    .then(() => {
      ready.resolve(false)
      life.bury()
      server.close()
      for (const birth of [...births.values(), ...living.values()]) birth.end.resolve(KILLED)
    })

  /** @param known by this number where she is */
  function bear(token: string, known: number): void {
    const birth = births.get(token)
    if (birth === undefined) return
    living.set(known, birth)
    void birth.end.promise.then(() => living.delete(known))
    const pid = layer.kind === 'none' ? known : numberHere(child.pid ?? 0, known)
    if (pid === undefined) birth.end.resolve(KILLED)
    else birth.pid.resolve(pid)
  }

  async function fork({
    command,
    folder: place,
    limits,
    layer: { kind },
  }: Run): Promise<Started | undefined> {
    if (hasEnded(child)) return undefined
    const token = randomBytes(TOKEN_BYTES).toString('hex')
    const birth = createBirth()
    births.set(token, birth)
    const inNamespaces = kind !== 'none'
    const order = { token, folder: place, inNamespaces, limits: systemLimits(limits, kind, command) }
    orders.write(`${JSON.stringify(order)}\n`)
    return startedOf(birth, inNamespaces).finally(() => births.delete(token))
  }

  async function stop(): Promise<void> {
    life.end()
    await gone
  }

  if (await ready.promise) return { fork, stop }
  await gone
  return undefined
}

/** Undefined where temporary files lie so deep that a socket's name is too long. */
async function listen(path: string, births: ReadonlyMap<string, Birth>): Promise<Server | undefined> {
  const server = createServer((socket) => receive(socket, births)).listen(path)
  return await once(server, 'listening').then(
    () => server,
    () => undefined,
  )
}

interface Spawned {
  readonly child: ChildProcess
  readonly life: Life
  readonly layer: OuterLayer
}

/** A fork makes its namespaces itself, but for a file system of its own: that is hers. */
function spawnMother(command: StartCommand, run: Run, folder: string): Spawned {
  const layer: OuterLayer = run.layer.kind === 'bubblewrap' ? run.layer : { kind: 'none' }
  const { file, args } = within(layer, command, { folder, reads: run.reads })
  const child = spawn(file, args, {
    cwd: folder,
    // As long as a fork's own, which is written in its place.
    env: { ...command.env, ANNEAL_SCRATCH: basename(folder) } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const first = () =>
    layer.kind === 'none' || hasEnded(child) ? undefined : childrenOf(child.pid ?? 0).at(-1)
  return { child, life: lifeOf({ pid: child.pid, first }, layer, markerOf(folder)), layer }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

const KILLED = endOf(null, 'SIGKILL')

function endNamed({ code, signal }: Extract<MotherNews, { readonly told: 'gone' }>): ProcessEnd {
  const name = Object.entries(constants.signals).find(([, number]) => number === signal)?.[0]
  return endOf(code, (name ?? null) as NodeJS.Signals | null)
}
