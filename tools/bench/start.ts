import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compare, timed } from './compare.ts'

const PAIRS = 15
const env = {
  ...process.env,
  ANNEAL_HOME: mkdtempSync(join(tmpdir(), 'anneal-bench-')),
  LANG: 'en_US.UTF-8',
  TERM: 'xterm-256color',
}

/** A plain summary, and the first card on a screen, against a Node that does nothing. */
export async function benchStart(): Promise<void> {
  const bare = () => timed(() => run(process.execPath, ['-e', '0']))
  await compare(
    'summary, piped / bare Node',
    PAIRS,
    () => timed(() => run(process.execPath, ['bin/anneal'])),
    bare,
  )
  await compare(
    'queue as JSON / bare Node',
    PAIRS,
    () => timed(() => run(process.execPath, ['bin/anneal', 'review', '--json'])),
    bare,
  )
  await compare(
    'first card on the screen / bare Node',
    PAIRS,
    () => timed(() => untilShown('review', 'show the answer')),
    () => timed(() => inTerminal(`${process.execPath} -e 0`, undefined)),
  )
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.resume()
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} exited with ${code}`)),
    )
  })
}

function untilShown(command: string, text: string): Promise<void> {
  return inTerminal(`${process.execPath} bin/anneal ${command}`, text)
}

/** In a pseudo-terminal by util-linux `script`; resolves when the text is on the screen, or without one when the command ends. */
function inTerminal(command: string, text: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qfec', command, '/dev/null'], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let shown = ''
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString()
      if (text !== undefined && shown.includes(text)) {
        resolve()
        child.stdin.write('q')
        child.stdin.end()
      }
    })
    child.on('error', reject)
    child.on('close', () =>
      text === undefined || shown.includes(text)
        ? resolve()
        : reject(new Error(`${command}: never showed ${text}`)),
    )
  })
}
