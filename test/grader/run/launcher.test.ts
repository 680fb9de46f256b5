import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Launcher, openLauncher } from '../../../src/grader/run/launcher.ts'
import { DEFAULT_LIMITS } from '../../../src/grader/run/limits.ts'
import { childrenOf, kill } from '../../../src/grader/run/process-tree.ts'
import { runIsolated } from '../../../src/grader/run/run-isolated.ts'
import type { Run } from '../../../src/grader/run/started.ts'
import { buildGraders } from '../../../tools/build-graders.ts'

let place: string
let program: string

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'launcher-'))
  await buildGraders(place, place)
  program = join(place, '_harness', 'launcher.cjs')
})
afterAll(() => rmSync(place, { recursive: true }))

describe.skipIf(process.platform !== 'linux')('a launcher', () => {
  test('starts more than one small process has places for, and leaves none of them', async () => {
    const launcher = openLauncher(program)
    const codes = Array.from({ length: 130 }, (_, at) => at)
    const ends = await Promise.all(codes.map((code) => endIn(launcher, `exit ${code}`)))
    expect(ends).toEqual(codes.map((code) => ({ kind: 'exited', code })))
    // Those that are full have gone by themselves.
    await expect.poll(() => launchers().length).toBe(1)
    await launcher.stop()
    expect(launchers()).toEqual([])
  })

  test('launches nothing that cannot be started, and something after it', async () => {
    const launcher = openLauncher(program)
    expect(await launcher.launch({ ...runOf('exit 1'), folder: join(place, 'missing') })).toBeUndefined()
    expect(await endIn(launcher, 'exit 1')).toEqual({ kind: 'exited', code: 1 })
    await launcher.stop()
  })

  test('that is killed launches nothing more, and what it had launched is ended', async () => {
    const launcher = openLauncher(program)
    const run = runOf('echo begun; while :; do :; done')
    const started = await launcher.launch(run)
    if (started === undefined) throw new Error('nothing was launched')
    const isolated = runIsolated(run, started)
    for (const pid of launchers()) kill(pid)
    expect(await isolated.hello(60_000)).toMatchObject({ kind: 'ended', ended: { kind: 'killed' } })
    await expect.poll(() => childrenOf(started.pid as number)).toEqual([])
    expect(await launcher.launch(runOf('exit 0'))).toBeUndefined()
    await launcher.stop()
  })
})

function runOf(script: string): Run {
  const command = { file: '/bin/sh', args: ['-c', script], env: {} }
  return { command, folder: place, limits: DEFAULT_LIMITS, layer: { kind: 'none' }, reads: [] }
}

async function endIn(launcher: Launcher, script: string) {
  return (await launcher.launch(runOf(script)))?.end
}

function launchers(): readonly number[] {
  return childrenOf(process.pid).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program),
  )
}
