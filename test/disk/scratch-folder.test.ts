import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeScratchFolder } from '../../src/disk/scratch-folder.ts'

const MODULE = pathToFileURL(resolve('src/disk/scratch-folder.ts')).href
const PRINT = `import { makeScratchFolder } from '${MODULE}'; process.stdout.write(makeScratchFolder())`

/** Where the folder is made, if TMPDIR is of no use. */
function placeWhere(TMPDIR: string): string {
  vi.stubEnv('TMPDIR', TMPDIR)
  onTestFinished(() => void vi.unstubAllEnvs())
  const folder = makeScratchFolder()
  onTestFinished(() => rmSync(folder, { recursive: true }))
  expect(readdirSync(folder)).toEqual([])
  return dirname(folder)
}

function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const isUnix = process.platform !== 'win32'

test.skipIf(!isUnix)('a TMPDIR that is not there, or where nothing can be made, is done without', () => {
  expect(placeWhere('/nowhere/at/all')).toMatch(/tmp$/)
  expect(placeWhere('/dev/null')).toMatch(/tmp$/)
})

const mounts = isUnix && spawnSync('unshare', ['-rm', 'true']).status === 0

/** What is made with TMPDIR on a disk of its own, which is not the machine's. */
function madeOn(options: string, before = ''): { readonly at: string; readonly folder: string } {
  const at = folderOfTest()
  const script = `mount -t tmpfs -o ${options} none "$TMPDIR" && ${before} exec "$@"`
  const node = [process.execPath, '--input-type=module', '-e', PRINT]
  const env = { ...process.env, TMPDIR: at }
  const { stdout } = spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', ...node], {
    env,
    encoding: 'utf8',
  })
  if (!stdout.startsWith(at)) onTestFinished(() => rmSync(stdout, { recursive: true }))
  return { at, folder: dirname(stdout) }
}

test.skipIf(!mounts)('nor is one taken that lets no program run, or is full', () => {
  const good = madeOn('size=1m')
  expect(good.folder).toBe(good.at)
  expect(madeOn('noexec').folder).toMatch(/tmp$/)
  expect(madeOn('size=64k', 'head -c 65536 /dev/zero > "$TMPDIR/all";').folder).toMatch(/tmp$/)
})
