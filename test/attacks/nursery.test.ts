import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { python } from '../../src/grader/languages/python/python.ts'
import { createDialogue } from '../../src/grader/run/dialogue.ts'
import { DEFAULT_LIMITS } from '../../src/grader/run/limits.ts'
import { type Nursery, openNursery } from '../../src/grader/run/nursery.ts'
import { findOuterLayer } from '../../src/grader/run/outer-layer.ts'
import { treeOf } from '../../src/grader/run/process-tree.ts'
import { runIsolated } from '../../src/grader/run/run-isolated.ts'
import { createScratch } from '../../src/grader/run/scratch.ts'
import { startProcess } from '../../src/grader/run/started.ts'
import { buildTestGraders } from '../grader/scale-scores.ts'
import { processesIn } from './attack.ts'

let place: string
let graderRoot: string
let nursery: Nursery

beforeEach(async () => {
  graderRoot = await buildTestGraders()
  place = mkdtempSync(join(tmpdir(), 'nursery-'))
  vi.stubEnv('TMPDIR', place)
  nursery = openNursery()
})

afterEach(async () => {
  await nursery[Symbol.asyncDispose]()
  expect(readdirSync(place)).toEqual([])
  await expect.poll(() => processesIn(place), { timeout: 60_000 }).toEqual([])
  vi.unstubAllEnvs()
  rmSync(place, { recursive: true })
})

describe.skipIf(process.platform !== 'linux').each(['bubblewrap', 'namespaces', 'none'])(
  'in the layer %s',
  (layer) => {
    beforeEach(() => {
      vi.stubEnv('ANNEAL_ISOLATION', layer)
    })

    test('a fork is held as a process is that was started by itself, and so is one that was launched', async () => {
      const { depth, ...forked } = await held('forked')
      const launched = await held('launched')
      const { descriptors, depth: least, ...started } = await held('started')
      expect(depth).toBeGreaterThanOrEqual(least)
      expect(started.status['Seccomp']).toBe('2')
      expect(descriptors).toEqual(expect.arrayContaining(OWN_DESCRIPTORS))
      expect(forked).toEqual({ ...started, descriptors: OWN_DESCRIPTORS })
      expect(launched).toEqual({ ...started, depth: least, descriptors: OWN_DESCRIPTORS })
    })
  },
)

test('what one fork does, no other sees, and no two draw the same', async () => {
  const change = 'import sys, numpy; numpy.kin = 1; sys.kin = 1'
  const draws =
    'draw = lambda: int(numpy.random.randint(2**31 - 1)) + getattr(numpy, "kin", 0.5) + getattr(sys, "kin", 0)'
  const first = await ask(`${change}\n${draws}`)
  const second = await ask(`import sys, numpy\n${draws}`)
  const third = await ask(`import sys, numpy\n${draws}`)
  expect(first % 1).toBe(0)
  expect([second % 1, third % 1]).toEqual([0.5, 0.5])
  expect(second).not.toBe(third)
})

async function runOf(folder: string) {
  const tool = await python.findTool()
  const harness = join(folder, 'harness.py')
  copyFileSync(join(graderRoot, '_harness', 'python.py'), harness)
  const command = python.command(tool, { folder, harness, memoryMb: DEFAULT_LIMITS.memoryMb })
  const run = {
    command,
    folder,
    limits: DEFAULT_LIMITS,
    layer: await findOuterLayer(),
    reads: (await python.reads?.(tool)) ?? [],
  }
  if (python.nursery === undefined) throw new Error('Python has no nursery')
  const ready = join(nursery.folder, python.nursery.file)
  copyFileSync(join(graderRoot, '_harness', python.nursery.file), ready)
  return { run, mother: python.nursery.command(tool, ready) }
}

/** What the system says of a process that has said hello. */
async function held(how: 'forked' | 'launched' | 'started') {
  using scratch = createScratch(nursery.folder)
  const { folder } = scratch
  const { run, mother } = await runOf(folder)
  const start = {
    forked: () => nursery.fork(mother, run),
    launched: () => nursery.launch(join(graderRoot, '_harness', 'launcher.cjs'), run),
    started: () => startProcess(run),
  }
  const started = await start[how]()
  if (started?.pid === undefined) throw new Error('there is no process')
  const isolated = runIsolated(run, started)
  const hello = await isolated.hello(60_000)
  const proc = `/proc/${treeOf(started.pid).at(-1)}`
  const about = {
    hello,
    status: statusOf(proc),
    // Of process numbers.
    depth:
      /^NSpid:(.*)$/m
        .exec(readFileSync(`${proc}/status`, 'utf8'))?.[1]
        ?.trim()
        .split('\t').length ?? 0,
    limits: readFileSync(`${proc}/limits`, 'utf8').replaceAll(folder, ''),
    namespaces: readdirSync(`${proc}/ns`).map((name) => [
      name,
      readlinkSync(`${proc}/ns/${name}`) === readlinkSync(`/proc/self/ns/${name}`),
    ]),
    descriptors: readdirSync(`${proc}/fd`),
    place: readlinkSync(`${proc}/cwd`).replace(folder, ''),
    environment: readFileSync(`${proc}/environ`, 'utf8')
      .replace(folder.slice(-'anneal-XXXXXX'.length), '')
      .split('\0')
      // A shell adds it.
      .filter((entry) => !entry.startsWith('PWD='))
      .sort(),
  }
  await isolated.stop()
  return about
}

/** A process that was started by itself has what its judge was given beside. */
const OWN_DESCRIPTORS = ['0', '1', '2', '3', '4']

const KEPT = [
  'Uid',
  'Gid',
  'Groups',
  'CapInh',
  'CapPrm',
  'CapEff',
  'CapAmb',
  'NoNewPrivs',
  'Seccomp',
  'Seccomp_filters',
  'Threads',
  'SigBlk',
  'SigIgn',
  'SigCgt',
]

function statusOf(proc: string): Readonly<Record<string, string>> {
  const lines = readFileSync(`${proc}/status`, 'utf8').split('\n')
  const fields = lines.map((line) => line.split(/:\s*/) as [string, string])
  return Object.fromEntries(fields.filter(([name]) => KEPT.includes(name)))
}

const DRAW = { name: 'draw', signature: { params: [], returns: { kind: 'f64' } } } as const

/** What `draw`, which the source defines, gives in a fork of its own. */
async function ask(source: string): Promise<number> {
  using scratch = createScratch(nursery.folder)
  const { run, mother } = await runOf(scratch.folder)
  const file = join(scratch.folder, 'draw.py')
  writeFileSync(file, source)
  const isolated = runIsolated(run, await nursery.fork(mother, run))
  const dialogue = createDialogue(isolated, 60_000, (message) => message)
  expect(await dialogue.hello(), isolated.output().stderr).toMatchObject({ kind: 'hello' })
  expect(await dialogue.load(file, DRAW), isolated.output().stderr).toEqual({ kind: 'loaded' })
  const called = await dialogue.call([])
  await isolated.stop()
  return called.kind === 'returned' ? Number(called.result) : Number.NaN
}
