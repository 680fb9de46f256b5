import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { settleFolder } from '../../src/grader/languages/cpp/compile/settle-folder.ts'

/** What counts the calls that write, and lets the power cut strike; kept from run to run. */
export async function compileLibrary(): Promise<string> {
  const source = 'test/crash/power-cut.cpp'
  const cxx = process.env['CXX'] || 'g++'
  const made = createHash('sha256').update(readFileSync(source)).update(cxx).digest('hex')
  const folder = resolve('.cache', `power-cut-${made.slice(0, 16)}`)
  const compile = (out: string) =>
    void execFileSync(cxx, [
      '-std=c++17',
      '-shared',
      '-fPIC',
      '-o',
      join(out, 'power-cut.so'),
      source,
      '-ldl',
    ])
  if (!existsSync(folder)) await settleFolder(folder, async (aside) => compile(aside))
  return join(folder, 'power-cut.so')
}
