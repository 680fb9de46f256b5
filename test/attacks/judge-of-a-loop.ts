import { DEFAULT_LIMITS } from '../../src/grader/run/limits.ts'
import { findOuterLayer } from '../../src/grader/run/outer-layer.ts'
import { runIsolated } from '../../src/grader/run/run-isolated.ts'
import { createScratch } from '../../src/grader/run/scratch.ts'

/** Runs a loop that does not end before this process is killed. */
const { folder } = createScratch()
const command = { file: '/bin/sh', args: ['-c', 'echo begun; while :; do :; done'], env: {} }
const limits = { ...DEFAULT_LIMITS, requestMs: 60_000 }
const isolated = runIsolated({ command, folder, limits, layer: await findOuterLayer(), reads: [] })
const poll = setInterval(() => {
  if (!isolated.output().stdout.startsWith('begun')) return
  clearInterval(poll)
  console.log('begun')
}, 20)
await isolated.hello(60_000)
