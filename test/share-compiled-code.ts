import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Each test has a home of its own, where the program would compile all anew, and keep it: Node keeps it here instead, once for this run.
 * test/cli/launcher.test.ts has what it keeps in a home.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-compiled-'))
  process.env['NODE_COMPILE_CACHE'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
