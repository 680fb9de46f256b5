import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_LIMITS } from '../../src/grader/run/limits.ts'
import { openNursery } from '../../src/grader/run/nursery.ts'
import { findOuterLayer } from '../../src/grader/run/outer-layer.ts'
import { runIsolated } from '../../src/grader/run/run-isolated.ts'
import { createScratch } from '../../src/grader/run/scratch.ts'

/** Waits for a loop that was launched, until this process is killed. Its argument is the build of the harnesses. */
const nursery = openNursery()
const launcher = join(nursery.folder, 'launcher.cjs')
copyFileSync(join(String(process.argv[2]), 'launcher.cjs'), launcher)
const { folder } = createScratch(nursery.folder)
const command = { file: '/bin/sh', args: ['-c', 'echo begun; while :; do :; done'], env: {} }
const limits = { ...DEFAULT_LIMITS, requestMs: 60_000 }
const run = { command, folder, limits, layer: await findOuterLayer(), reads: [] }
const started = await nursery.launch(launcher, run)
if (started === undefined) throw new Error('nothing was launched')
started.stdout.once('data', () => console.log('begun'))
await runIsolated(run, started).hello(60_000)
