import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { timed } from '../compare.ts'

/** Milliseconds that a command takes on a home, from the start of its process to the end. */
export function timeOf(args: readonly string[], home: string): Promise<number> {
  return timed(() => runNode(['bin/anneal', ...args], { ANNEAL_HOME: home }))
}

/** The largest resident set that a command has had, in MB. Measured apart: telling it takes time. */
export async function peakOf(args: readonly string[], home: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-peak-'))
  const file = join(folder, 'peak')
  const telling = pathToFileURL(join(import.meta.dirname, 'tell-peak.ts')).href
  try {
    await runNode(['--import', telling, 'bin/anneal', ...args], { ANNEAL_HOME: home, ANNEAL_PEAK: file })
    return Number(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What the program wrote; anything but exit status 0 is an error. */
export function runNode(
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, LANG: 'en_US.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${args.join(' ')} exited with ${code}:\n${out}`)),
    )
  })
}
