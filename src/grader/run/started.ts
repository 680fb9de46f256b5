import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { OuterLayer } from '../protocol/compiling.ts'
import type { StartCommand } from '../protocol/language.ts'
import { HAS_SHELL, PRELOADED, type RunLimits, withSystemLimits } from './limits.ts'
import { within } from './outer-layer.ts'
import { childrenOf } from './process-tree.ts'

/** A process to be run, and what it may see where its layer leaves that open. */
export interface Run {
  readonly command: StartCommand
  readonly folder: string
  readonly limits: RunLimits
  readonly layer: OuterLayer
  /** Folders and files outside the system's own that the tool reads. */
  readonly reads: readonly string[]
  /** Whether it writes into its folder. */
  readonly writes?: boolean
  /** A file that it reads as its stdin, which else is at its end. */
  readonly stdin?: string
}

/** A process that has begun, the leader of a group of its own. */
export interface Started {
  readonly pid: number | undefined
  readonly stdout: Readable
  readonly stderr: Readable
  readonly toChild: Writable
  readonly fromChild: Readable
  /** The process with which all others in its namespace end; undefined where there is none. */
  readonly first: () => number | undefined
  readonly end: Promise<ProcessEnd>
}

/** Starts a process elsewhere than from here; undefined where that cannot be. */
export type Launch = (run: Run) => Promise<Started | undefined>

export type ProcessEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: NodeJS.Signals }
  | { readonly kind: 'not-started'; readonly message: string }

/** What `killMarked` finds a process by. */
export function markerOf(folder: string): string {
  return `ANNEAL_SCRATCH=${basename(folder)}`
}

/** In its layer, with an empty environment but for what the command names. */
export function startProcess(run: Run): Started {
  if (run.stdin === undefined) return startOn('ignore', run)
  const stdin = openSync(run.stdin, 'r')
  try {
    return startOn(stdin, run)
  } finally {
    closeSync(stdin)
  }
}

function startOn(stdin: 'ignore' | number, run: Run): Started {
  const { file, args, cwd, env } = commandOf(run)
  const child = spawn(file, args, {
    cwd,
    env,
    // What the layer itself has to say is nothing of the program's, whose own stderr is the fifth: limits.ts
    // puts it in its place.
    stdio: [stdin, 'pipe', HAS_SHELL ? 'ignore' : 'pipe', 'pipe', 'pipe', HAS_SHELL ? 'pipe' : 'ignore'],
    // On Windows a process that is not detached ends with this one.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const { pid } = child
  const [, stdout, second, toChild, fromChild, fifth] = child.stdio as unknown as Streams
  const stderr = HAS_SHELL ? fifth : second
  const end = once(child, 'exit').then(
    ([code, signal]) => endOf(code, signal),
    (error: Error): ProcessEnd => ({ kind: 'not-started', message: error.message }),
  )
  return {
    pid,
    ...{ stdout, stderr, toChild, fromChild },
    first: () => (pid === undefined || child.exitCode !== null ? undefined : firstBelow(pid, run.layer)),
    end,
  }
}

/** What is started, when its folder holds what its loader needs. */
export function commandOf({ command, folder, limits, layer, reads, writes = false }: Run) {
  if (command.preload) writeFileSync(join(folder, PRELOADED), command.preload)
  const limited = withSystemLimits(command, limits, layer.kind)
  const { file, args } = within(layer, limited, { folder, reads, writes })
  return {
    file,
    args,
    cwd: folder,
    env: { ...command.env, ANNEAL_SCRATCH: basename(folder) } as NodeJS.ProcessEnv,
  }
}

export function endOf(code: number | null, signal: NodeJS.Signals | null): ProcessEnd {
  return signal ? { kind: 'killed', signal } : { kind: 'exited', code: code ?? 0 }
}

/** The first process of the namespace that `pid` has made. Once it has gone, `pid` is about to go too. */
export function firstBelow(pid: number, layer: OuterLayer): number | undefined {
  return layer.kind === 'none' ? undefined : childrenOf(pid).at(-1)
}

type Streams = [null, Readable, Readable, Writable, Readable, Readable]
