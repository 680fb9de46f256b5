import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OuterKind } from '../../src/grader/protocol/compiling.ts'
import { DEFAULT_LIMITS } from '../../src/grader/run/limits.ts'
import { findOuterLayer } from '../../src/grader/run/outer-layer.ts'
import { runIsolated } from '../../src/grader/run/run-isolated.ts'
import { createScratch } from '../../src/grader/run/scratch.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { buildTestGraders } from '../grader/scale-scores.ts'
import { processesIn } from './attack.ts'

drawTests('attacks', 'grader')

/** What nothing within the process denies: programs that leave their group, their parent and their session. They end by themselves. */
const DAEMON = `(setsid sh -c 'sleep 20 & sleep 20' &); setsid sleep 20 & `
const LAYERS: readonly OuterKind[] = ['bubblewrap', 'namespaces', 'none']

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'remains-'))
  vi.stubEnv('TMPDIR', place)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(place, { recursive: true })
})

describe.each(LAYERS)('in the layer %s', (layer) => {
  beforeEach(() => {
    vi.stubEnv('ANNEAL_ISOLATION', layer)
  })

  test.each([
    ['waits', 'time-limit', 'sleep 20'],
    ['ends', 'exited', 'exit 3'],
    ['is killed', 'killed', 'kill -KILL $$'],
  ])('daemons are gone when their program %s', async (_, kind, last) => {
    using scratch = createScratch()
    const command = { file: '/bin/sh', args: ['-c', DAEMON + last], env: {} }
    const limits = { ...DEFAULT_LIMITS, requestMs: 500 }
    const run = { command, folder: scratch.folder, limits, layer: await findOuterLayer(), reads: [] }
    const isolated = runIsolated(run)
    expect(await isolated.hello(500)).toMatchObject({ kind: 'ended', ended: { kind } })
    await isolated.stop()
    // The system ends what is left of a namespace, and need not have come to its last process.
    await expect.poll(() => processesIn(scratch.folder), { timeout: 60_000 }).toEqual([])
  })
})

describe.each(['judge-of-a-loop', 'judge-of-a-fork', 'judge-of-a-launch'])('%s', (script) => {
  test.each(['SIGKILL', 'SIGINT'] as const)('ended by %s leaves no process and no folder', async (signal) => {
    vi.stubEnv('TMPDIR', dirname(place))
    const graderRoot = await buildTestGraders()
    vi.stubEnv('TMPDIR', place)
    const path = join(import.meta.dirname, `${script}.ts`)
    const judge = spawn(process.execPath, [path, join(graderRoot, '_harness')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => judge.stdout.once('data', resolve))
    expect(processesIn(place)).not.toEqual([])
    judge.kill(signal)
    await vi.waitFor(() => expect([readdirSync(place), processesIn(place)]).toEqual([[], []]), {
      timeout: 120_000,
    })
  })
})
