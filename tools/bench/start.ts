import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compare, timed } from './compare.ts'
import { writeOwnCards } from './own-cards.ts'

const PAIRS = 15
const ROOT = mkdtempSync(join(tmpdir(), 'anneal-bench-'))
const HOME = join(ROOT, 'none')
const HOME_WITH_DECKS = join(ROOT, 'own')
/** As better-sqlite3 is installed: several files, and a search for its binary. */
const QUERY = "new (require('better-sqlite3'))(process.argv[1]).prepare('select count(*) from event').get()"

/** A plain summary, and the first card on a screen, against a Node that does nothing; and many cards of one's own against none. */
export async function benchStart(): Promise<void> {
  // Some seconds before they are read: what was changed just now is not kept.
  writeOwnCards(join(HOME_WITH_DECKS, 'decks'), 'filled template')
  const bare = () => timed(() => run(HOME, ['-e', '0']))
  const summary = () => timed(() => run(HOME, ['bin/anneal']))
  await compare('summary, piped / bare Node', PAIRS, summary, bare)
  await compare(
    'queue as JSON / bare Node',
    PAIRS,
    () => timed(() => run(HOME, ['bin/anneal', 'review', '--json'])),
    bare,
  )
  await compare(
    'first card on the screen / bare Node',
    PAIRS,
    () => inTerminal(`${process.execPath} bin/anneal review`, 'show the answer'),
    () => inTerminal(`${process.execPath} -e 0; echo ended`, 'ended'),
  )
  await compare(
    'a database opened and asked once, not bundled / bare Node',
    PAIRS,
    () => timed(() => run(HOME, ['-e', QUERY, join(HOME, 'anneal.db')])),
    bare,
  )
  await compare(
    'summary with 20,000 own cards in 40 files / with none',
    PAIRS,
    () => timed(() => run(HOME_WITH_DECKS, ['bin/anneal'])),
    summary,
  )
  rmSync(ROOT, { recursive: true })
}

function envOf(home: string): NodeJS.ProcessEnv {
  return { ...process.env, ANNEAL_HOME: home, LANG: 'en_US.UTF-8', TERM: 'xterm-256color' }
}

function run(home: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: envOf(home), stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.resume()
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} exited with ${code}`)),
    )
  })
}

/**
 * In a pseudo-terminal by util-linux `script`: how long until the text is on the screen. When this resolves the command has ended:
 * what is loaded behind a first frame must not run beside what is measured next.
 */
function inTerminal(command: string, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn('script', ['-qfec', command, '/dev/null'], {
      env: envOf(HOME),
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let shown = ''
    let time: number | undefined
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString()
      if (time !== undefined || !shown.includes(text)) return
      time = performance.now() - began
      child.stdin.end('q')
    })
    child.on('error', reject)
    child.on('close', () => {
      if (time === undefined) reject(new Error(`${command}: never showed ${text}`))
      else resolve(time)
    })
  })
}
