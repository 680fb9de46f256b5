import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'anneal-launcher-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function anneal(home: string, ...args: readonly string[]) {
  const env = { ...process.env, ANNEAL_HOME: join(root, home), LANG: 'C', LC_ALL: '' }
  const { stdout, stderr, status } = spawnSync(process.execPath, [resolve('bin/anneal'), ...args], {
    encoding: 'utf8',
    env,
  })
  return { stdout, stderr, status }
}

const codeOf = (home: string) => join(root, home, 'cache', 'plain.code')

describe('what the launcher compiled', () => {
  test('is kept, and gives the same', () => {
    const first = anneal('kept')
    expect(first).toEqual({ stdout: expect.stringContaining('947 cards'), stderr: '', status: 0 })
    const kept = readFileSync(codeOf('kept'))
    expect(anneal('kept')).toEqual(first)
    expect(readFileSync(codeOf('kept')).equals(kept)).toBe(true)
    expect(readdirSync(join(root, 'kept', 'cache'))).toEqual(['plain.code'])
  })

  test.each<readonly [string, (sound: Buffer) => Buffer]>([
    ['cut', (sound) => sound.subarray(0, sound.length / 3)],
    ['emptied', () => Buffer.alloc(0)],
    ['flipped at its start', (sound) => flipped(sound, 150)],
    ['flipped in its middle', (sound) => flipped(sound, Math.floor(sound.length / 4))],
    ['of other code', (sound) => flipped(sound, 70)],
    ['replaced', () => Buffer.from('no code at all')],
  ])('is made anew where it is %s', (name, damage) => {
    const sound = anneal(name)
    writeFileSync(codeOf(name), damage(readFileSync(codeOf(name))))
    expect(anneal(name)).toEqual(sound)
    const anew = readFileSync(codeOf(name))
    expect(anneal(name)).toEqual(sound)
    expect(readFileSync(codeOf(name)).equals(anew)).toBe(true)
  })

  test('is not kept where nothing can be', () => {
    mkdirSync(join(root, 'unwritable'))
    writeFileSync(join(root, 'unwritable', 'cache'), 'a file where the folder should be')
    expect(anneal('unwritable').status).toBe(0)
    expect(anneal('unwritable').status).toBe(0)
  })

  test('is not kept of a start that failed, which runs other code', () => {
    mkdirSync(join(root, 'failing', 'anneal.db'), { recursive: true })
    expect(anneal('failing')).toEqual({ stdout: '', stderr: expect.stringContaining('anneal.db'), status: 2 })
    expect(existsSync(codeOf('failing'))).toBe(false)
  })
})

test('the commonest command lines mean what the parser makes of them', () => {
  anneal('same')
  const parsed = (...args: readonly string[]) => anneal('same', ...args, '--limit', '1000')
  expect(anneal('same', 'review')).toEqual(parsed('review'))
  expect(anneal('same', 'review', '--json')).toEqual(parsed('review', '--json'))
  expect(anneal('same', 'review --json').status).toBe(2)
})

function flipped(sound: Buffer, at: number): Buffer {
  const bytes = Buffer.from(sound)
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  return bytes
}
