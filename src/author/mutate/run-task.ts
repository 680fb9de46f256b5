import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Exercise } from '../../core/exercise.ts'
import type { Fate } from './try-mutants.ts'

/** What a thread is to do: plain values. */
export interface Task {
  readonly exercise: Exercise
  /** `dist/graders`. */
  readonly graderRoot: string
  /** Of the gradings that are tried. */
  readonly seeds: readonly string[]
  /** The instrumented reference. */
  readonly code: string
  readonly mutants: readonly string[]
}

export type TaskReport =
  | { readonly kind: 'begun'; readonly mutant: string }
  | { readonly kind: 'tried'; readonly mutant: string; readonly fate: Fate }
  /** No mutant can be tried, for the reference or the grader throws. */
  | { readonly kind: 'unusable'; readonly why: string }

export type TaskOutcome = ReadonlyMap<string, Fate> | { readonly unusable: string }

/** A mutant takes a second at most: a thread that is silent for so long hangs, however busy the machine. */
const SILENCE_MS = 60_000
const MEMORY_MB = 1024

/**
 * Tries every mutant. One that hangs, or ends its thread, is told by that, and a new thread goes on behind it.
 * @param sources `src` of a clone: the thread runs from its sources
 */
export async function runTask(task: Task, sources: string): Promise<TaskOutcome> {
  const fates = new Map<string, Fate>()
  let mutants = task.mutants
  while (mutants.length > 0) {
    const end = await runThread({ ...task, mutants }, sources, fates)
    if (end.kind === 'unusable') return { unusable: end.why }
    if (end.kind === 'stuck') fates.set(end.mutant, { kind: 'told', by: ENDLESS })
    mutants = mutants.filter((mutant) => !fates.has(mutant))
  }
  return fates
}

const ENDLESS = { en: 'its own run, which does not end', zh: '运行不结束' }

type End =
  | { readonly kind: 'done' }
  | { readonly kind: 'stuck'; readonly mutant: string }
  | { readonly kind: 'unusable'; readonly why: string }

function runThread(task: Task, sources: string, fates: Map<string, Fate>): Promise<End> {
  const worker = new Worker(resolve(sources, 'author', 'mutate', 'mutant-worker.ts'), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const silence = setTimeout(() => void worker.terminate(), SILENCE_MS)
  let begun: string | undefined
  let why = 'its cases cannot be prepared, or not in a minute'
  return new Promise((resolve) => {
    worker.on('message', (report: TaskReport) => {
      silence.refresh()
      if (report.kind === 'unusable') why = report.why
      if (report.kind === 'tried') fates.set(report.mutant, report.fate)
      begun = report.kind === 'begun' ? report.mutant : undefined
    })
    worker.on('error', (error) => {
      why = String(error)
    })
    worker.on('exit', () => {
      clearTimeout(silence)
      if (begun !== undefined) resolve({ kind: 'stuck', mutant: begun })
      else if (task.mutants.every((mutant) => fates.has(mutant))) resolve({ kind: 'done' })
      else resolve({ kind: 'unusable', why })
    })
  })
}
