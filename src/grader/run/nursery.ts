import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { constants } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { StartCommand } from '../protocol/language.ts'
import { lifeOf } from './life-of.ts'
import { systemLimits } from './limits.ts'
import { type OuterLayer, within } from './outer-layer.ts'
import { childrenOf, numberHere } from './process-tree.ts'
import { createScratch } from './scratch.ts'
import { markerOf, type ProcessEnd, type Run, type Started } from './started.ts'

/**
 * Processes that are forked from one which has loaded all that they have in common, and are held as those are that were started by
 * themselves: the same layer, limits, folder and descriptors. What one of them does, no other sees.
 */
export interface Nursery {
  /** Its processes see no other folder than those in here, each its own. */
  readonly folder: string
  /** Undefined where that cannot be: then a process is started by itself. */
  readonly fork: (mother: StartCommand, run: Run) => Promise<Started | undefined>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export function openNursery(): Nursery {
  const scratch = createScratch()
  const mothers = new Map<string, Promise<Mother | undefined>>()
  return {
    folder: scratch.folder,
    async fork(command, run) {
      if (process.platform !== 'linux') return undefined
      const key = JSON.stringify([command, run.layer.kind])
      const mother = mothers.get(key) ?? startMother(command, run, scratch.folder)
      mothers.set(key, mother)
      return (await mother)?.fork(run)
    },
    async [Symbol.asyncDispose]() {
      for (const mother of mothers.values()) await (await mother)?.stop()
      scratch[Symbol.dispose]()
    },
  }
}

interface Mother {
  readonly fork: (run: Run) => Promise<Started | undefined>
  readonly stop: () => Promise<void>
}

/** What she tells, a line of JSON each: nursery.py. */
type Told =
  | { readonly told: 'ready' }
  | { readonly told: 'born'; readonly token: string; readonly pid: number }
  | { readonly told: 'gone'; readonly pid: number; readonly code: number; readonly signal: number }

/** Undefined where she does not start. She ends when the judge does, and with her all that she has forked. */
async function startMother(
  command: StartCommand,
  { layer, reads }: Run,
  folder: string,
): Promise<Mother | undefined> {
  const path = join(folder, `socket-${randomBytes(4).toString('hex')}`)
  const births = new Map<string, Birth>()
  const living = new Map<number, Birth>()
  const server = createServer((socket) => receive(socket, births)).listen(path)
  await once(server, 'listening')
  // A file system of its own is all that a fork cannot come by: it is hers.
  const outer: OuterLayer = layer.kind === 'bubblewrap' ? layer : { kind: 'none' }
  const whole = { ...command, args: [...command.args, path] }
  const { file, args } = within(outer, whole, folder, reads)
  const child = spawn(file, args, {
    cwd: folder,
    // As long as a child's own, which is written in its place.
    env: { ...command.env, ANNEAL_SCRATCH: basename(folder) } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const [, , , orders, news] = child.stdio as unknown as [null, null, null, Writable, Readable]
  orders.on('error', () => undefined)
  const first = () =>
    outer.kind === 'none' || child.exitCode !== null ? undefined : childrenOf(child.pid ?? 0).at(-1)
  const life = lifeOf({ pid: child.pid, first }, outer, markerOf(folder))
  const ready = Promise.withResolvers<boolean>()
  createInterface({ input: news }).on('line', (line) => {
    const told = JSON.parse(line) as Told
    if (told.told === 'ready') ready.resolve(true)
    else if (told.told === 'born') bear(told.token, told.pid)
    else living.get(told.pid)?.end.resolve(endOf(told))
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
    const pid = outer.kind === 'none' ? known : numberHere(child.pid ?? 0, known)
    if (pid === undefined) birth.end.resolve(KILLED)
    else birth.pid.resolve(pid)
  }

  async function fork({ folder: place, limits, layer: { kind } }: Run): Promise<Started | undefined> {
    if (child.exitCode !== null || child.signalCode !== null) return undefined
    const token = randomBytes(TOKEN_BYTES).toString('hex')
    const birth = createBirth()
    births.set(token, birth)
    const inNamespaces = kind !== 'none'
    orders.write(
      `${JSON.stringify({ token, folder: place, inNamespaces, limits: systemLimits(limits, kind) })}\n`,
    )
    const started = await Promise.race([startedOf(birth), birth.end.promise.then(() => undefined)])
    births.delete(token)
    return started
  }

  async function stop(): Promise<void> {
    life.end()
    await gone
  }

  if (await ready.promise) return { fork, stop }
  await gone
  return undefined
}

/** A process in the making: its pid comes from its mother, its streams from itself. */
interface Birth {
  readonly pid: PromiseWithResolvers<number>
  /** By its own descriptors: 1 and 2 are what it prints, 3 is what it reads, 4 what it answers. */
  readonly streams: ReadonlyMap<string, PromiseWithResolvers<Socket>>
  readonly end: PromiseWithResolvers<ProcessEnd>
}

function createBirth(): Birth {
  return {
    pid: Promise.withResolvers(),
    streams: new Map(['1', '2', '3', '4'].map((fd) => [fd, Promise.withResolvers<Socket>()])),
    end: Promise.withResolvers(),
  }
}

async function startedOf({ pid: born, streams, end }: Birth): Promise<Started> {
  const [stdout, stderr, toChild, fromChild] = (await Promise.all(
    [...streams.values()].map(({ promise }) => promise),
  )) as [Socket, Socket, Socket, Socket]
  const pid = await born.promise
  let isOver = false
  void end.promise.then(() => {
    isOver = true
  })
  return {
    ...{ pid, stdout, stderr, toChild, fromChild, end: end.promise },
    // It is the first of a namespace, or has none: in either case its end is that of all.
    first: () => (isOver ? undefined : pid),
  }
}

const TOKEN_BYTES = 16
const GREETING_LENGTH = 2 * TOKEN_BYTES + 1

/** Each stream says first whose it is: who does not know the token of a birth is nobody. */
function receive(socket: Socket, births: ReadonlyMap<string, Birth>): void {
  socket.on('error', () => undefined)
  socket.on('readable', function greet() {
    const greeting = socket.read(GREETING_LENGTH) as Buffer | null
    if (greeting === null) return
    socket.off('readable', greet)
    const said = greeting.toString('latin1')
    const stream = births.get(said.slice(0, -1))?.streams.get(said.slice(-1))
    if (stream) stream.resolve(socket)
    else socket.destroy()
  })
}

const KILLED: ProcessEnd = { kind: 'killed', signal: 'SIGKILL' }

function endOf({ code, signal }: Extract<Told, { readonly told: 'gone' }>): ProcessEnd {
  const name = Object.entries(constants.signals).find(([, number]) => number === signal)?.[0]
  return name === undefined ? { kind: 'exited', code } : { kind: 'killed', signal: name as NodeJS.Signals }
}
