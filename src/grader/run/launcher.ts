import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { OuterLayer } from '../protocol/compiling.ts'
import type { LaunchNews, LaunchOrder } from './launching.ts'
import { commandOf, endOf, firstBelow, type ProcessEnd, type Run, type Started } from './started.ts'

/**
 * Starts processes as they would be started from here, by a small one: with each start the system copies the
 * tables of all the memory that the starter holds.
 */
export interface Launcher {
  /** Undefined where the process does not come to be. */
  readonly launch: (run: Run) => Promise<Started | undefined>
  readonly stop: () => Promise<void>
}

/** @param program launching.ts */
export function openLauncher(program: string): Launcher {
  const shifts: Shift[] = []
  return {
    launch(run) {
      if (shifts.at(-1)?.isFull() !== false) shifts.push(startShift(program))
      return (shifts.at(-1) as Shift).launch(run)
    },
    async stop() {
      await Promise.all(shifts.map((shift) => shift.stop()))
    },
  }
}

/**
 * One small process. What both ends know by its number is made when it begins: it has berths for so many, and
 * ends after the last.
 */
interface Shift extends Launcher {
  readonly isFull: () => boolean
}

const BERTHS = 64

interface Berth {
  readonly begun: PromiseWithResolvers<number>
  readonly end: PromiseWithResolvers<ProcessEnd>
}

function startShift(program: string): Shift {
  const child = spawnProgram(program)
  const [, , , , ...streams] = child.stdio
  const berths: Berth[] = []
  let left = BERTHS
  child.on('message', (news: LaunchNews) => {
    const { begun, end } = berths[news.berth] as Berth
    if (news.told === 'begun') begun.resolve(news.pid)
    else end.resolve(endOf(news.code, news.signal))
  })
  const gone = once(child, 'exit')
    .catch(() => undefined)
    .then(() => {
      for (const { end } of berths) end.resolve(endOf(null, 'SIGKILL'))
      for (const stream of streams) stream?.destroy()
    })

  function dismiss(): void {
    if (child.connected) child.disconnect()
  }

  function leave(): void {
    left -= 1
    if (left === 0) dismiss()
  }

  return {
    isFull: () => berths.length === BERTHS,
    async launch(run) {
      if (!child.connected) return undefined
      const at = berths.length
      const berth: Berth = { begun: Promise.withResolvers(), end: Promise.withResolvers() }
      berths.push(berth)
      void berth.end.promise.then(leave)
      child.send({ berth: at, ...commandOf(run) } satisfies LaunchOrder)
      return startedAt(berth, streams.slice(4 * at, 4 * at + 4) as unknown as BerthStreams, run.layer)
    },
    async stop() {
      dismiss()
      await gone
    },
  }
}

function spawnProgram(program: string): ChildProcess {
  const child = spawn(process.execPath, [program], {
    cwd: '/',
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc', ...Array<'pipe'>(4 * BERTHS).fill('pipe')],
    // What a terminal sends to our group is ours to pass on.
    detached: true,
  })
  // An order to one that has just died.
  child.on('error', () => undefined)
  return child
}

type BerthStreams = [Readable, Writable, Readable, Readable]

async function startedAt(
  { begun, end: { promise: end } }: Berth,
  [stdout, toChild, fromChild, stderr]: BerthStreams,
  layer: OuterLayer,
): Promise<Started | undefined> {
  let isOver = false
  void end.then(() => {
    isOver = true
  })
  const pid = await Promise.race([begun.promise, end.then(() => undefined)])
  if (pid === undefined) return undefined
  const first = () => (isOver ? undefined : firstBelow(pid, layer))
  return { pid, stdout, stderr, toChild, fromChild, first, end }
}
