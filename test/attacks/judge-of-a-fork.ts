import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { python } from '../../src/grader/languages/python/python.ts'
import { DEFAULT_LIMITS } from '../../src/grader/run/limits.ts'
import { openNursery } from '../../src/grader/run/nursery.ts'
import { findOuterLayer } from '../../src/grader/run/outer-layer.ts'
import { runIsolated } from '../../src/grader/run/run-isolated.ts'
import { createScratch } from '../../src/grader/run/scratch.ts'

/** Waits for a fork of Python that waits for it, until this process is killed. Its argument is the build of the harnesses. */
const nursery = openNursery()
const tool = await python.findTool()
if (python.nursery === undefined) throw new Error('Python has no nursery')
const harness = join(nursery.folder, python.nursery.file)
copyFileSync(join(String(process.argv[2]), python.nursery.file), harness)
const { folder } = createScratch(nursery.folder)
const command = python.nursery.command(tool, harness)
const reads = (await python.reads?.(tool)) ?? []
const run = { command, folder, limits: DEFAULT_LIMITS, layer: await findOuterLayer(), reads }
const started = await nursery.fork(command, run)
if (started === undefined) throw new Error('nothing was forked')
const isolated = runIsolated(run, started)
await isolated.hello(60_000)
console.log('begun')
await isolated.hello(60_000)
