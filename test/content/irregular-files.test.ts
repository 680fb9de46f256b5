import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readSource, sourceIfAny } from '../../src/app/workspace.ts'
import { loadOwnDecks } from '../../src/content/own-decks.ts'
import { loadDecks } from '../../src/content/read-content.ts'
import { readRegularFile } from '../../src/disk/read-regular-file.ts'

const place = mkdtempSync(join(tmpdir(), 'irregular-'))
afterAll(() => rmSync(place, { recursive: true }))

/** Each would hold for ever whoever reads it to its end, or is no file at all. */
const IRREGULAR: Readonly<Record<string, (path: string) => void>> = {
  'a pipe that nobody writes to': (path) => void execFileSync('mkfifo', [path]),
  'a device that never ends': (path) => symlinkSync('/dev/zero', path),
  'a folder': (path) => mkdirSync(path),
}

describe.skipIf(process.platform === 'win32').each(Object.entries(IRREGULAR))('%s', (name, make) => {
  test('is neither read as a submission nor as a deck', () => {
    const folder = mkdtempSync(join(place, 'decks-'))
    const [deck, submission] = [join(folder, 'odd.md'), join(folder, 'nms.py')]
    for (const path of [deck, submission]) make(path)
    writeFileSync(
      join(folder, 'sound.md'),
      '---\ntitle: T\ntitle.zh: T\ngroup: g\n---\n\n## sound/a\n\nQ: q\nA: a\n',
    )
    const { decks, faults } = loadDecks(folder)
    expect(decks).toHaveLength(1)
    expect(faults).toEqual([
      { path: deck, line: 0, message: expect.objectContaining({ en: 'It is no ordinary file.' }) },
    ])
    expect(() => readSource(submission), name).toThrow('is no ordinary file')
    expect(sourceIfAny(submission)).toBeUndefined()
  })
})

test('a link that leads to itself costs no other deck', () => {
  const folder = mkdtempSync(join(place, 'decks-'))
  symlinkSync('loop.md', join(folder, 'loop.md'))
  writeFileSync(join(folder, 'sound.md'), 'Q: q\nA: a\n')
  const { decks, faults } = loadOwnDecks(folder, () => false, undefined)
  expect(decks).toHaveLength(1)
  expect(faults.map(({ message }) => message.en)).toEqual([
    'It cannot be read (ELOOP); check what it is and its permissions.',
  ])
})

test('a file that says nothing of its size ends at the bound all the same', () => {
  const path = '/proc/self/maps'
  if (process.platform !== 'linux')
    return console.warn('NOT TRIED: only Linux has files that do not tell their size.')
  expect(readRegularFile(path, 100)).toMatchObject({ kind: 'too large' })
  expect(readRegularFile('/proc/self/status', 100_000)).toMatchObject({ kind: 'file' })
})

test('a submission that the system does not let us read is told as such', () => {
  if (process.platform !== 'linux')
    return console.warn('NOT TRIED: only Linux has files that root cannot read.')
  expect(() => readSource('/proc/self/mem')).toThrow('/proc/self/mem cannot be read (EIO).')
})
