import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { checkPrefix } from '../../../../src/grader/languages/cpp/check-prefix.ts'
import { cpp } from '../../../../src/grader/languages/cpp/cpp.ts'

const home = mkdtempSync(join(tmpdir(), 'home-'))
afterAll(() => {
  rmSync(home, { recursive: true })
  vi.unstubAllEnvs()
})

function compilerIn(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'g++')
  writeFileSync(path, '#!/bin/sh\nexec /usr/bin/g++ "$@"\n')
  chmodSync(path, 0o755)
  return path
}

test.each(['bin', '.local/bin', 'deep/../bin'])('a compiler in ~/%s is refused', async (folder) => {
  mkdirSync(join(home, 'deep'), { recursive: true })
  const path = compilerIn(join(home, folder))
  vi.stubEnv('HOME', home)
  vi.stubEnv('CXX', path)
  await expect(cpp.findTool()).rejects.toThrow('lies beside your own files')
})

test('a compiler that has a folder of its own in the home folder is not, nor a link to one of the system', () => {
  const own = [home, join(home, '.local/share')]
  const apart = compilerIn(join(home, 'toolchain/bin'))
  expect(checkPrefix({ path: apart }, own)).toEqual({ path: apart })
  const link = join(home, 'linked')
  symlinkSync('/bin/sh', link)
  expect(checkPrefix({ path: link }, own)).toEqual({ path: link })
})

test('nor may it lie above the home folder, or beside the data', () => {
  const path = compilerIn(join(home, 'opt/bin'))
  for (const own of [join(home, 'opt'), join(home, 'opt/home/learner'), join(home, 'opt/anneal')])
    expect(() => checkPrefix({ path }, [own])).toThrow('beside your own files')
})
