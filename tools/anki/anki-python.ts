import { execFile, execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const VERSION = '26.9.3'
const ENVIRONMENT = join('.cache', `anki-${VERSION}`)
const PYTHON = join(ENVIRONMENT, 'bin', 'python')
/** Written last, so that an installation that was broken off is not taken for one. */
const DONE = join(ENVIRONMENT, 'done')
const MAKE = [process.env['PYTHON'] ?? 'python3', ['-m', 'venv', ENVIRONMENT]] as const
const INSTALL = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `anki==${VERSION}`]

/** A Python that has Anki's backend, made below the clone the first time: that needs the network, and Python 3.10 or later. */
export function ankiPython(): string {
  if (hasAnki()) return PYTHON
  rmSync(ENVIRONMENT, { recursive: true, force: true })
  run(...MAKE)
  run(PYTHON, INSTALL)
  writeFileSync(DONE, '')
  return PYTHON
}

export function hasAnki(): boolean {
  return existsSync(DONE)
}

const PATIENCE_MS = 90_000

/** The same beside other work, where it can be done without waiting for a network that is not there. Tells whether it was. */
export async function tryAnki(): Promise<boolean> {
  if (hasAnki()) return true
  rmSync(ENVIRONMENT, { recursive: true, force: true })
  const execute = promisify(execFile)
  const options = { timeout: PATIENCE_MS }
  try {
    await execute(...MAKE, options)
    await execute(PYTHON, [...INSTALL, '--retries', '1', '--timeout', '5'], options)
    writeFileSync(DONE, '')
    return true
  } catch {
    // No Python, too old a one or a system without wheels of Anki; or no registry.
    return false
  }
}

function run(program: string, args: readonly string[]): void {
  console.log(`+ ${[program, ...args].join(' ')}`)
  execFileSync(program, args, { stdio: 'inherit' })
}
