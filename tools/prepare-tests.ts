import { spawn } from 'node:child_process'
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
const missing = [
  ...(await missingProgram('tmux', 'the screens were not driven in a terminal')),
  ...(await missingProgram('g++', 'the C++ submissions were not judged')),
  ...(await missingSandbox()),
  ...(await missingPostgres()),
]
// A registry keeps one waiting, and compilers keep the processors busy.
const [python] = await Promise.all([findPython(), Promise.allSettled([compileKits(), makeEmbedded()])])
if (python === undefined) missing.push('python3 with numpy: the Python submissions were not judged')
await checking
const dispensable = [
  ...((await anki) ? [] : ['Anki, which PyPI has: it was not asked what it finds in our archives']),
  ...(isOnPath('clang++') ? [] : ['clang++: C++ was judged with g++ alone']),
  ...(await missingProgram('chromium', 'the page of statistics was not looked at in a browser')),
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

async function findPython(): Promise<string | undefined> {
  const own = join(VENV, 'bin', 'python')
  for (const candidate of [process.env['ANNEAL_PYTHON'], own, 'python3'])
    if (candidate !== undefined && (await hasNumpy(candidate))) return candidate
  if (!(await succeeds('python3', ['--version']))) await install('python3-venv')
  const make = () => succeeds('python3', ['-m', 'venv', VENV])
  const isMade = (await make()) || ((await install('python3-venv')) && (await make()))
  if (isMade && (await succeeds(own, ['-m', 'pip', 'install', '--quiet', 'numpy'])) && (await hasNumpy(own)))
    return own
  return undefined
}

function hasNumpy(python: string): Promise<boolean> {
  return succeeds(python, ['-c', 'import numpy'])
}

async function missingProgram(name: string, consequence: string, from = name): Promise<readonly string[]> {
  const isThere = isOnPath(name) || ((await install(from)) && isOnPath(name))
  return isThere ? [] : [`${name}: ${consequence}`]
}

async function missingSandbox(): Promise<readonly string[]> {
  if (process.platform !== 'linux') return []
  return missingProgram('bwrap', 'the attacks did not meet bubblewrap', 'bubblewrap')
}

async function missingPostgres(): Promise<readonly string[]> {
  const isThere =
    findPostgres() !== undefined || ((await install('postgresql')) && findPostgres() !== undefined)
  return isThere ? [] : ['postgres: the hub ran on its embedded database alone']
}

function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

/** With Debian's packages, where we may. */
async function install(name: string): Promise<boolean> {
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) return false
  const add = () => succeeds('apt-get', ['install', '-y', '-qq', name])
  return (await add()) || ((await succeeds('apt-get', ['update', '-qq'])) && (await add()))
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, { stdio: 'ignore' })
  const [status] = await once(child, 'exit').catch(() => [undefined])
  return status === 0
}

/** One that fails ends all. */
async function run(command: string, args: readonly string[]): Promise<void> {
  const [status] = await once(spawn(command, args, { stdio: 'inherit' }), 'exit')
  if (status !== 0) process.exit(status ?? 1)
}
