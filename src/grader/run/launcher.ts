import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { LaunchNews, LaunchOrder } from './launching.ts'
import type { OuterLayer } from './outer-layer.ts'
import { commandOf, endOf, firstBelow, type ProcessEnd, type Run, type Started } from './started.ts'

/**
 * Starts processes as they would be started from here, by a small one: with each start the system copies the tables of all the memory
 * that the starter holds.
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

/** One small process. What both ends know by its number is made when it begins: it has places for so many, and ends after the last. */
interface Shift extends Launcher {
  readonly isFull: () => boolean
}

const PLACES = 64

interface Place {
  readonly begun: PromiseWithResolvers<number>
  readonly end: PromiseWithResolvers<ProcessEnd>
}

function startShift(program: string): Shift {
  const child = spawnProgram(program)
  const [, , , , ...streams] = child.stdio
  const places: Place[] = []
  let left = PLACES
  child.on('message', (news: LaunchNews) => {
    const { begun, end } = places[news.place] as Place
    if (news.told === 'begun') begun.resolve(news.pid)
    else end.resolve(endOf(news.code, news.signal))
  })
  const gone = once(child, 'exit')
    .catch(() => undefined)
    .then(() => {
      for (const { end } of places) end.resolve(endOf(null, 'SIGKILL'))
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
    isFull: () => places.length === PLACES,
    async launch(run) {
      if (!child.connected) return undefined
      const at = places.length
      const place: Place = { begun: Promise.withResolvers(), end: Promise.withResolvers() }
      places.push(place)
      void place.end.promise.then(leave)
      child.send({ place: at, ...commandOf(run) } satisfies LaunchOrder)
      return startedAt(place, streams.slice(4 * at, 4 * at + 4) as unknown as Streams, run.layer)
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
    stdio: ['ignore', 'ignore', 'ignore', 'ipc', ...Array<'pipe'>(4 * PLACES).fill('pipe')],
    // What a terminal sends to our group is ours to pass on.
    detached: true,
  })
  // An order to one that has just died.
  child.on('error', () => undefined)
  return child
}

type Streams = [Readable, Writable, Readable, Readable]

async function startedAt(
  { begun, end: { promise: end } }: Place,
  [stdout, toChild, fromChild, stderr]: Streams,
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
