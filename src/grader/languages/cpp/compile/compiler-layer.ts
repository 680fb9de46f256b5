import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OuterLayer } from '../../../protocol/compiling.ts'
import type { StartCommand } from '../../../protocol/language.ts'
import { findOuterLayer } from '../../../run/outer-layer.ts'
import { runCompiler } from '../../../run/run-compiler.ts'
import { createScratch } from '../../../run/scratch.ts'
import { CPP_FLAGS } from './cpp-flags.ts'
import { TRIAL } from './cpp-trial.ts'

/** How a compiler is started in a folder, but for what it compiles. */
export type CompilerStart = (folder: string, args: readonly string[]) => StartCommand

/**
 * The outer layer around a compiler: the one that a submission has, or none where the compiler does not work
 * in it. Tried once for each kit, which keeps the answer.
 */
export async function compilerLayer(
  start: CompilerStart,
  kitFolder: string,
  reads: readonly string[],
): Promise<OuterLayer> {
  const layer = await findOuterLayer()
  if (layer.kind === 'none') return layer
  const kept = join(kitFolder, `compiles-in-${layer.kind}`)
  const known = readKept(kept)
  const works = known ?? (await tryLayer(start, layer, reads))
  if (known === undefined) keep(kept, works)
  return works ? layer : { kind: 'none' }
}

async function tryLayer(start: CompilerStart, layer: OuterLayer, reads: readonly string[]): Promise<boolean> {
  using scratch = createScratch()
  const { folder } = scratch
  writeFileSync(join(folder, 'trial.cpp'), TRIAL)
  const command = start(folder, [...CPP_FLAGS.usual, '-shared', 'trial.cpp', '-o', 'trial.so'])
  const { ended } = await runCompiler({
    command,
    folder,
    layer,
    reads,
    limitMs: TRIAL_MS,
    memoryMb: TRIAL_MB,
  })
  return ended.kind === 'exited' && ended.code === 0
}

const TRIAL_MS = 20_000
const TRIAL_MB = 1024

/** Undefined also where another process is about to write it. */
function readKept(path: string): boolean | undefined {
  try {
    return ANSWERS.get(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
])

function keep(path: string, works: boolean): void {
  try {
    writeFileSync(path, works ? 'yes' : 'no')
  } catch {
    // The cache has been emptied: it is tried again.
  }
}
