import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { drawTests } from '../drawn-by-commit.ts'

drawTests('author', 'kit')

/** A clone of the repository in which one exercise excuses no mutant, with nothing but these packages. */
function cloneWith(packages: readonly string[]): string {
  const clone = mkdtempSync(join(tmpdir(), 'anneal-clone-'))
  afterAll(() => rmSync(clone, { recursive: true, force: true }))
  for (const folder of ['bin', 'dist', 'graders']) cpSync(folder, join(clone, folder), { recursive: true })
  rmSync(join(clone, 'graders', 'momentum', 'equivalent.yaml'))
  mkdirSync(join(clone, 'node_modules'))
  for (const path of ['src', 'package.json', ...packages.map((name) => join('node_modules', name))])
    symlinkSync(resolve(path), join(clone, path))
  return clone
}

function mutate(clone: string, ...ids: readonly string[]) {
  const args = [join(clone, 'bin', 'anneal'), 'verify', '--mutate', ...ids]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, ANNEAL_HOME: join(clone, 'home'), LANG: 'C', LC_ALL: '' },
  })
  return { stdout, stderr, status }
}

test('verify --mutate names what no case tells, and fails', () => {
  const clone = cloneWith(['better-sqlite3', 'esbuild', '@stryker-mutator'])
  expect(mutate(clone, 'adam')).toEqual({
    stdout: expect.stringMatching(
      /^adam: \d+ mutants, all told from the reference, \d+ equivalent\nEvery mutant is told or equivalent\.\n$/,
    ),
    stderr: '',
    status: 0,
  })
  expect(mutate(clone, 'adam', 'momentum')).toEqual({
    stdout: expect.stringMatching(
      /^momentum: \d+ mutants, 1 not told from the reference, 0 equivalent\n {2}graders\/momentum\/reference\.ts:\d+ \(EqualityOperator\)$/m,
    ),
    stderr: '',
    status: 1,
  })
})

test('verify --mutate says what is not installed', () => {
  expect(mutate(cloneWith(['better-sqlite3', 'esbuild']), 'adam')).toEqual({
    stdout: '',
    stderr:
      'anneal: The package @stryker-mutator/instrumenter, which makes the mutants, is not installed. Run `npm ci` in the clone.\n',
    status: 2,
  })
})
