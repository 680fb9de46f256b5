import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkPython } from '../../../../src/grader/languages/python/check-python.ts'
import { findPython, ownEnvironment, pythonIn } from '../../../../src/grader/languages/python/find-python.ts'
import { makeEnvironment } from '../../../../src/grader/languages/python/make-environment.ts'
import { python } from '../../../../src/grader/languages/python/python.ts'

const root = mkdtempSync(join(tmpdir(), 'anneal-python-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
afterEach(() => {
  vi.unstubAllEnvs()
})

/** A file that is taken for a program, and is no script that would be asked for another. */
function program(path: string, text = ''): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  chmodSync(path, 0o755)
  return path
}

const cacheRoot = join(root, 'cache')
const chosen = program(join(root, 'chosen'))
const named = program(join(root, 'named'))
const environment = join(root, 'environment')
const active = program(pythonIn(environment))
const onPath = program(join(root, 'bin', process.platform === 'win32' ? 'python.exe' : 'python3'))

beforeEach(() => {
  vi.stubEnv('ANNEAL_PYTHON', named)
  vi.stubEnv('VIRTUAL_ENV', environment)
  vi.stubEnv('PATH', dirname(onPath))
})

test("the setting goes before the variable, an active environment, the program's own, and the path", async () => {
  const own = program(pythonIn(ownEnvironment(cacheRoot)))
  const found = async (py?: string) => (await findPython({ chosen: { py }, cacheRoot })).path
  expect(await found(chosen)).toBe(chosen)
  expect(await found()).toBe(named)
  vi.stubEnv('ANNEAL_PYTHON', undefined)
  expect(await found()).toBe(active)
  vi.stubEnv('VIRTUAL_ENV', undefined)
  expect(await found()).toBe(own)
  rmSync(own)
  expect(await found()).toBe(onPath)
})

test('a setting that does not run is told as one', async () => {
  await expect(findPython({ chosen: { py: join(root, 'gone') }, cacheRoot })).rejects.toMatchObject({
    message: `The setting python names ${join(root, 'gone')}, which does not run.`,
  })
})

test('a Python that is too old is refused', async () => {
  const old = program(join(root, 'old'), `#!/bin/sh\necho '["3.8.1", null]'\n`)
  await expect(checkPython(old)).rejects.toMatchObject({ message: `${old} is Python 3.8.1.` })
  await checkPython(program(join(root, 'new'), `#!/bin/sh\necho '["3.13.0", null]'\n`))
})

test('an environment that cannot be made leaves nothing, and each command was told before', async () => {
  const broken = program(
    join(root, 'broken', 'python3'),
    `#!/bin/sh\n[ "$2" = -c ] && { echo "$0"; exit; }\necho 'Error: ensurepip is not available' >&2\nexit 1\n`,
  )
  vi.stubEnv('PATH', [dirname(broken), '/bin', '/usr/bin'].join(delimiter))
  const told: string[] = []
  const made = makeEnvironment(cacheRoot, (command) => told.push(command.join(' ')))
  await expect(made).rejects.toMatchObject({
    message: `\`${broken} -I -m venv --clear ${ownEnvironment(cacheRoot)}\` failed (Error: ensurepip is not available).`,
  })
  expect(told).toEqual([`${broken} -I -m venv --clear ${ownEnvironment(cacheRoot)}`])
})

test.skipIf(process.platform === 'win32')('each Python is asked for its own folders, and once', async () => {
  const asked = join(root, 'asked')
  const telling = (folder: string) =>
    program(join(root, `telling-${folder}`), `#!/bin/sh\necho ${folder} >> ${asked}\necho '["/${folder}"]'\n`)
  const [one, other] = [telling('one'), telling('other')]
  for (const path of [one, other, one]) {
    expect(await python.reads?.({ path })).toEqual([path, path === one ? '/one' : '/other'])
  }
  expect(readFileSync(asked, 'utf8')).toBe('one\nother\n')
})
