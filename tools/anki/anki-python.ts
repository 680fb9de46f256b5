import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const VERSION = '26.9.3'
const ENVIRONMENT = join('.cache', `anki-${VERSION}`)
/** Written last, so that an installation that was broken off is not taken for one. */
const DONE = join(ENVIRONMENT, 'done')

/** A Python that has Anki's backend, made below the clone the first time: that needs the network, and Python 3.10 or later. */
export function ankiPython(): string {
  const python = join(ENVIRONMENT, 'bin', 'python')
  if (existsSync(DONE)) return python
  rmSync(ENVIRONMENT, { recursive: true, force: true })
  run(process.env['PYTHON'] ?? 'python3', ['-m', 'venv', ENVIRONMENT])
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `anki==${VERSION}`])
  writeFileSync(DONE, '')
  return python
}

function run(program: string, args: readonly string[]): void {
  console.log(`+ ${[program, ...args].join(' ')}`)
  execFileSync(program, args, { stdio: 'inherit' })
}
