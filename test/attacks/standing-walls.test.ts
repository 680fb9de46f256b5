import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { describeIsolation } from '../../src/grader/describe-isolation.ts'
import { DEFAULT_LIMITS } from '../../src/grader/run/limits.ts'
import { findOuterLayer } from '../../src/grader/run/outer-layer.ts'
import { runIsolated } from '../../src/grader/run/run-isolated.ts'
import { createScratch } from '../../src/grader/run/scratch.ts'
import { processorHere } from '../../src/grader/walls/allowed-calls.ts'
import { standingWalls } from '../../src/grader/walls/standing-walls.ts'
import { buildTestGraders, CACHE_ROOT } from '../grader/scale-scores.ts'

/** By a shell's own means, as it can start nothing. One word for each that gets through. */
const ATTACKS = `
for folder in . / /tmp /dev/shm "$PLACE"; do true > "$folder/written" && echo write; done
read line < "$PLACE/secret" && echo read
read line < /proc/$JUDGE/environ && echo environ
kill -0 $JUDGE && echo signal
read line < own.txt && echo "$line"
exec /bin/true
`
const processor = processorHere()
if (processor === undefined) console.warn('NOT TRIED: walls that a loader puts up; this system has none.')

/** Of what Landlock alone denies; Python's harness says whether there is one. */
async function hasLandlock(): Promise<boolean> {
  vi.stubEnv('ANNEAL_ISOLATION', 'none')
  const graderRoot = await buildTestGraders()
  const { languages } = await describeIsolation({ graderRoot, cacheRoot: CACHE_ROOT })
  return !languages.some(({ open }) => open.includes('read files'))
}

const landlock = processor !== undefined && (await hasLandlock())
if (!landlock) console.warn('NOT TRIED: that files are not read, for there is no Landlock here.')

describe.skipIf(processor === undefined)('walls that stand before a program begins', () => {
  test.each(['bubblewrap', 'namespaces', 'none'])('hold in the layer %s', async (kind) => {
    vi.stubEnv('ANNEAL_ISOLATION', kind)
    const layer = await findOuterLayer()
    const place = mkdtempSync(join(tmpdir(), 'secret-'))
    writeFileSync(join(place, 'secret'), 'hush\n')
    using scratch = createScratch()
    const { folder } = scratch
    writeFileSync(join(folder, 'own.txt'), 'readable\n')
    const said = await run(folder, { PLACE: place, JUDGE: String(process.pid) }, [
      { path: '.', is: 'folder' },
    ])
    rmSync(place, { recursive: true })
    for (const other of ['/', '/tmp', '/dev/shm']) expect(existsSync(join(other, 'written'))).toBe(false)
    const reading = landlock ? [] : ['read', 'environ']
    expect(said.filter((word) => !reading.includes(word))).toEqual(['readable'])

    async function run(
      folder: string,
      env: Record<string, string>,
      readable: Parameters<typeof standingWalls>[1],
    ) {
      if (processor === undefined) return []
      const command = {
        preload: standingWalls(processor, readable),
        file: '/bin/sh',
        args: ['-c', ATTACKS],
        env: { ...env, PATH: '/usr/bin:/bin' },
      }
      const isolated = runIsolated({ command, folder, limits: DEFAULT_LIMITS, layer, reads: [] })
      // What a shell says by that: it could not start it.
      expect(await isolated.hello(20_000)).toEqual({ kind: 'ended', ended: { kind: 'exited', code: 126 } })
      await isolated.stop()
      return isolated.output().stdout.trim().split('\n')
    }
  })
})
