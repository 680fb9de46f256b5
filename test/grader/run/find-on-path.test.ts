import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findNamed, findOnPath } from '../../../src/grader/run/find-on-path.ts'

const root = mkdtempSync(join(tmpdir(), 'anneal-path-'))
const [one, other] = [join(root, 'one'), join(root, 'other')]
const before = process.cwd()

beforeEach(() => {
  for (const folder of [one, other]) mkdirSync(folder, { recursive: true })
})
afterEach(() => {
  vi.unstubAllEnvs()
  process.chdir(before)
})
afterAll(() => rmSync(root, { recursive: true }))

function write(folder: string, mode: number): void {
  writeFileSync(join(folder, 'tool'), '')
  chmodSync(join(folder, 'tool'), mode)
}

test('the first that can be run is found', () => {
  vi.stubEnv('PATH', [one, `${other}/`].join(delimiter))
  write(one, 0o644)
  write(other, 0o755)
  expect(findOnPath('tool')).toBe(join(other, 'tool'))
  write(one, 0o755)
  expect(findOnPath('tool')).toBe(join(one, 'tool'))
})

test.each(['', delimiter, `${delimiter}/nowhere`])('the working folder is none of PATH "%s"', (path) => {
  write(one, 0o755)
  process.chdir(one)
  vi.stubEnv('PATH', path)
  expect(findOnPath('tool')).toBeUndefined()
})

test('what somebody names is a name on the path, or a path from the working folder', () => {
  write(one, 0o755)
  write(other, 0o755)
  vi.stubEnv('PATH', one)
  process.chdir(other)
  expect(findNamed('tool')).toBe(join(one, 'tool'))
  expect(findNamed('./tool')).toBe(join(process.cwd(), 'tool'))
  expect(findNamed('../other/tool')).toBe(join(process.cwd(), 'tool'))
  expect(findNamed('../none/tool')).toBeUndefined()
})
