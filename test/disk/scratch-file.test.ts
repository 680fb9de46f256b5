import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createScratchFile } from '../../src/disk/scratch-file.ts'

/** A folder for temporary files in which nobody else works. */
function ownTemporaryFolder(): () => readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-test-'))
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  return () => readdirSync(folder)
}

test.skipIf(process.platform === 'win32')(
  'a scratch file that is hidden has no name, and is read all the same',
  async () => {
    const namesThere = ownTemporaryFolder()
    const scratch = createScratchFile()
    writeFileSync(scratch.path, 'whole')
    expect(namesThere()).toHaveLength(1)
    scratch.hide()
    expect(namesThere()).toEqual([])
    for (const _ of [1, 2]) expect((await buffer(scratch.read())).toString()).toBe('whole')
    scratch.discard()
  },
)

test('one that never came to be leaves nothing', () => {
  const namesThere = ownTemporaryFolder()
  createScratchFile().discard()
  expect(namesThere()).toEqual([])
})
