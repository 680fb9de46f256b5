import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import type { KitBuild } from '../src/grader/languages/cpp/compile/cpp-flags.ts'
import { prepareCppKit } from '../src/grader/languages/cpp/compile/cpp-kit.ts'
import { cpp } from '../src/grader/languages/cpp/cpp.ts'
import { CACHE_ROOT } from '../test/grader/scale-scores.ts'
import { findPostgres } from '../test/hub/find-postgres.ts'
import { makeEmbedded } from '../test/hub/fresh-embedded.ts'
import { tryAnki } from './anki/anki-python.ts'

/**
 * Checks the sources, builds the program, makes what all tests in C++ and all embedded hubs begin with, and finds or installs what the tests run beside Node:
 * python3 with numpy (into a venv under .cache/ when the machine's own has none), tmux, g++ and Postgres. What cannot be had is written to
 * .cache/tests.json; the summary names it, and under CI it fails, but for a second compiler, a browser and Anki.
 */
const CACHE = resolve('.cache')
const VENV = join(CACHE, 'python')

// Both beside the rest: it needs neither.
const anki = tryAnki()
const checking = run('npm', ['run', '--silent', 'check'])
await run('node', ['tools/build.ts'])
mkdirSync(CACHE, { recursive: true })
const python = findPython()
const missing = [
  ...(python === undefined ? ['python3 with numpy: the Python submissions were not judged'] : []),
  ...missingProgram('tmux', 'the screens were not driven in a terminal'),
  ...missingProgram('g++', 'the C++ submissions were not judged'),
  ...missingSandbox(),
  ...missingPostgres(),
]
await Promise.allSettled([compileKits(), makeEmbedded()])
await checking
const dispensable = [
  ...((await anki) ? [] : ['Anki, which PyPI has: it was not asked what it finds in our archives']),
  ...(isOnPath('clang++') ? [] : ['clang++: C++ was judged with g++ alone']),
  ...missingProgram('chromium', 'the page of statistics was not looked at in a browser'),
]
writeFileSync(join(CACHE, 'tests.json'), JSON.stringify({ python, missing: [...missing, ...dispensable] }))
if (missing.length > 0 && process.env['CI'] === 'true') {
  console.error(`Missing here, and required under CI:\n${missing.join('\n')}`)
  process.exitCode = 1
}

/** Else each test file that is early would make them, at the same time. */
async function compileKits(): Promise<void> {
  const prepare = async (build: KitBuild) =>
    prepareCppKit(await cpp.findTool(), resolve('dist/graders/_harness/cpp'), CACHE_ROOT, { build })
  // What cannot be made here is told by the tests that need it.
  await Promise.allSettled([prepare('usual'), prepare('checked')])
}

function findPython(): string | undefined {
  const candidates = [process.env['ANNEAL_PYTHON'], join(VENV, 'bin', 'python'), 'python3']
  const found = candidates.find((candidate) => candidate !== undefined && hasNumpy(candidate))
  if (found !== undefined) return found
  if (!succeeds('python3', ['--version'])) install('python3-venv')
  const made =
    succeeds('python3', ['-m', 'venv', VENV]) ||
    (install('python3-venv') && succeeds('python3', ['-m', 'venv', VENV]))
  const own = join(VENV, 'bin', 'python')
  return made && succeeds(own, ['-m', 'pip', 'install', '--quiet', 'numpy']) && hasNumpy(own)
    ? own
    : undefined
}

function hasNumpy(python: string): boolean {
  return succeeds(python, ['-c', 'import numpy'])
}

function missingProgram(name: string, consequence: string, from = name): readonly string[] {
  return isOnPath(name) || (install(from) && isOnPath(name)) ? [] : [`${name}: ${consequence}`]
}

function missingSandbox(): readonly string[] {
  if (process.platform !== 'linux') return []
  return missingProgram('bwrap', 'the attacks did not meet bubblewrap', 'bubblewrap')
}

function missingPostgres(): readonly string[] {
  const isThere = findPostgres() !== undefined || (install('postgresql') && findPostgres() !== undefined)
  return isThere ? [] : ['postgres: the hub ran on its embedded database alone']
}

function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

/** With Debian's packages, where we may. */
function install(name: string): boolean {
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) return false
  return (
    succeeds('apt-get', ['install', '-y', '-qq', name]) ||
    (succeeds('apt-get', ['update', '-qq']) && succeeds('apt-get', ['install', '-y', '-qq', name]))
  )
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** One that fails ends all. */
async function run(command: string, args: readonly string[]): Promise<void> {
  const [status] = await once(spawn(command, args, { stdio: 'inherit' }), 'exit')
  if (status !== 0) process.exit(status ?? 1)
}
