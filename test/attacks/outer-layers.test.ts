import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { OuterKind } from '../../src/grader/protocol/compiling.ts'
import { DEFAULT_LIMITS } from '../../src/grader/run/limits.ts'
import { findOuterLayer, within } from '../../src/grader/run/outer-layer.ts'
import { runIsolated } from '../../src/grader/run/run-isolated.ts'
import { createScratch } from '../../src/grader/run/scratch.ts'
import { buildTestGraders, submit } from '../grader/scale-scores.ts'

/** A shell has no layer of its own: what fails here, the outer layer denies. One word for each attack that gets through. */
const ATTACKS = `
for folder in . / /tmp /dev/shm "$HOME_OF_JUDGE" /usr/lib; do (: > "$folder/written") 2>/dev/null && echo write; done
for path in /etc/passwd "$HOME_OF_JUDGE" "$SECRET" /proc/$JUDGE/environ; do [ -r "$path" ] && echo read; done
kill -0 $JUDGE 2>/dev/null && echo signal
cat /proc/net/dev | grep -v lo: | grep -q : && echo network
[ "$(id -u)" = 65534 ] || echo user
grep -q 'CapEff:.*[1-9a-f]' /proc/self/status && echo capability
cat harness.txt
exit 0
`
const FOUND: { readonly [K in OuterKind]: readonly string[] } = {
  bubblewrap: [],
  namespaces: ['write', 'read'],
  none: ['write', 'read', 'signal', 'network'],
}

/** Where scratch folders may lie: the last in a file system that a layer replaces by its own. */
const PLACES = [tmpdir(), '/dev/shm'].filter((place) => existsSync(place))

describe.each(PLACES)('in %s', (place) => {
  test.each(['bubblewrap', 'namespaces'] as const)('what %s denies by itself', (kind) =>
    expectDenied(kind, place),
  )
})

async function expectDenied(kind: OuterKind, temporary: string): Promise<void> {
  vi.stubEnv('TMPDIR', temporary)
  vi.stubEnv('ANNEAL_ISOLATION', kind)
  const layer = await findOuterLayer()
  if (layer.kind !== kind)
    console.warn(`${kind} does not work on this machine: ${layer.kind} is tried in its place.`)
  const place = mkdtempSync(join(tmpdir(), 'secret-'))
  const secret = join(place, 'secret')
  writeFileSync(secret, 'hush')
  using scratch = createScratch()
  writeFileSync(join(scratch.folder, 'harness.txt'), 'readable')
  const env = { HOME_OF_JUDGE: homedir(), SECRET: secret, JUDGE: String(process.pid), PATH: '/usr/bin:/bin' }
  const command = { file: '/bin/sh', args: ['-c', ATTACKS], env }
  const isolated = runIsolated({ command, folder: scratch.folder, limits: DEFAULT_LIMITS, layer, reads: [] })
  expect(await isolated.hello(10_000)).toEqual({ kind: 'ended', ended: { kind: 'exited', code: 0 } })
  await isolated.stop()
  rmSync(place, { recursive: true })
  for (const folder of ['/', '/tmp', '/dev/shm', homedir(), '/usr/lib']) {
    if (existsSync(join(folder, 'written'))) rmSync(join(folder, 'written'))
  }
  const said = new Set(isolated.output().stdout.trim().split('\n'))
  expect(said.has('readable')).toBe(true)
  said.delete('readable')
  expect(FOUND[layer.kind]).toEqual(expect.arrayContaining([...said]))
}

test('what bubblewrap hides is not there for a compiler either', async () => {
  vi.stubEnv('ANNEAL_ISOLATION', 'bubblewrap')
  if ((await findOuterLayer()).kind !== 'bubblewrap')
    return console.warn('NOT TRIED: bubblewrap does not work here.')
  const place = mkdtempSync(join(tmpdir(), 'secret-'))
  const secret = join(place, 'secret')
  writeFileSync(secret, 'hush')
  const source = `#if __has_include("${secret}")\n#error there\n#else\n#error not there\n#endif\n`
  const { verdict } = await submit({ graderRoot: await buildTestGraders(), language: 'cpp', source })
  rmSync(place, { recursive: true })
  const message = { en: expect.stringContaining('#error not there') }
  expect(verdict).toMatchObject({ kind: 'compile-error', message })
})

describe.each(['bubblewrap', 'namespaces', 'none'] as const)('what a layer says, here %s', (kind) => {
  test.each<readonly [string, string]>([
    ['is ended by the judge', 'exec sleep 20'],
    ['kills itself', 'kill -KILL $$'],
    // Without a layer that is the judge.
    ...(kind === 'none' ? [] : [['ends what is around it', 'kill -KILL $PPID; exec sleep 20'] as const]),
    ['is no program', 'exec /nowhere 2>/dev/null'],
  ])('is nothing that its program said, when that %s', async (_, last) => {
    vi.stubEnv('ANNEAL_ISOLATION', kind)
    using scratch = createScratch()
    const command = { file: '/bin/sh', args: ['-c', `echo own >&2; ${last}`], env: { PATH: '/usr/bin:/bin' } }
    const limits = { ...DEFAULT_LIMITS, requestMs: 300 }
    const run = { command, folder: scratch.folder, limits, layer: await findOuterLayer(), reads: [] }
    const isolated = runIsolated(run)
    expect(await isolated.hello(300)).toMatchObject({ kind: 'ended' })
    await isolated.stop()
    expect(isolated.output().stderr).toBe('own\n')
  })
})

test('a tool that is itself a package is seen in what bubblewrap hides of the packages', () => {
  using prefix = createScratch()
  const packages = join(prefix.folder, 'lib', 'node_modules')
  mkdirSync(packages, { recursive: true })
  const tool = join(packages, 'tool', 'tool')
  const command = { file: tool, args: [], env: {} }
  const mounted = { folder: '/usr', reads: [tool, prefix.folder] }
  const { args } = within({ kind: 'bubblewrap', path: 'bwrap' }, command, mounted)
  const steps = [
    ['--ro-bind-try', prefix.folder],
    ['--tmpfs', packages],
    ['--ro-bind-try', tool],
    ['--remount-ro', packages],
  ] as const
  const places = steps.map(([word, path]) =>
    args.findIndex((arg, at) => arg === word && args[at + 1] === path),
  )
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual([...places].sort((one, other) => one - other))
})
