import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

test.skipIf(process.platform === 'win32')(
  'an export that is killed leaves no scratch file behind',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'anneal-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const scratch = join(folder, 'tmp')
    mkdirSync(scratch)
    const child = spawn(process.execPath, ['bin/anneal', 'export', '-', '--as', 'apkg'], {
      env: { ...process.env, ANNEAL_HOME: join(folder, 'home'), TMPDIR: scratch },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    // Its collection is whole by then, and is being packed.
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    expect(readdirSync(scratch)).toEqual([])
  },
)
