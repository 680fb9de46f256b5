import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { startTmux } from './start-tmux.ts'

export const HAS_TMUX = spawnSync('tmux', ['-V']).status === 0

export interface TerminalOptions {
  readonly columns?: number
  readonly rows?: number
  readonly env?: { readonly [name: string]: string }
  /** A database and workspace that another terminal left behind. */
  readonly home?: string
}

/** The built program, started as a user starts it. */
export const ANNEAL = [process.execPath, resolve('bin/anneal')] as const

export type Terminal = ReturnType<typeof openTerminal>

/** A shell in a terminal of its own, with nothing of this machine's settings. */
export function openTerminal({
  columns = 80,
  rows = 24,
  env = {},
  home = temporaryHome(),
}: TerminalOptions = {}) {
  const all = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    ANNEAL_HOME: home,
    LANG: 'C.UTF-8',
    PS1: '$((asked += 1)):$? ready> ',
    ...env,
  }
  const settings = Object.entries(all).map(([name, value]) => `${name}=${value}`)
  const tmux = startTmux(
    `anneal-test-${process.pid}-${Math.trunc(performance.now() * 1000)}`,
    ...['new-session', '-x', `${columns}`, '-y', `${rows}`],
    ...['env', '-i', 'TERM=tmux-256color', ...settings, 'sh'],
  )
  onTestFinished(tmux.end)

  const screen = async () => `${await tmux.tell('capture-pane -p')}\n`
  const ask = (format: string) => tmux.tell(`display-message -p '#{${format}}'`)

  /** Looks again whenever something is printed. */
  async function until(look: () => Promise<string>, part: string | RegExp): Promise<string> {
    const limit = AbortSignal.timeout(120_000)
    const isOver = once(limit, 'abort')
    for (;;) {
      const printed = tmux.printed()
      const seen = await look()
      if (limit.aborted || (typeof part === 'string' ? seen.includes(part) : part.test(seen))) {
        expect(seen).toMatch(part)
        return seen
      }
      await Promise.race([printed, isOver])
    }
  }

  /** At which something was typed. */
  let newestPrompt = 0
  const waitForPrompt = async () => {
    const lineOfCursor = async () => {
      const [lines, y] = await Promise.all([screen(), ask('cursor_y')])
      const line = lines.split('\n')[Number(y)] ?? ''
      return Number.parseInt(line, 10) > newestPrompt ? line : ''
    }
    const [, number, status] = PROMPT.exec(await until(lineOfCursor, PROMPT)) ?? []
    return { number: Number(number), status: Number(status) }
  }
  /** A burst, as one write. */
  const type = (text: string) =>
    void tmux.tell(
      `send-keys -H ${Buffer.from(text)
        .toString('hex')
        .replace(/..(?!$)/g, '$& ')}`,
    )
  return {
    home,
    screen,
    /** With the escape sequences of its colours. */
    painted: () => tmux.tell('capture-pane -p -e'),
    lines: async () => (await screen()).split('\n').slice(0, -1),
    ask,
    /** Names of tmux: `Enter`, `Space`, `C-c`, characters. */
    press: (...keys: readonly string[]) => void tmux.tell(`send-keys ${keys.map(quote).join(' ')}`),
    type,
    /** Typed at the prompt alone: what is typed before it is there would go to the program that ends. */
    run: async (...words: readonly string[]) => {
      newestPrompt = (await waitForPrompt()).number
      type(`${words.map(quote).join(' ')}\r`)
    },
    /** Once the shell waits for a command: the status with which the one before has ended. */
    prompt: async () => (await waitForPrompt()).status,
    resize: ({ columns, rows }: { columns: number; rows: number }) =>
      void tmux.tell(`resize-window -x ${columns} -y ${rows}`),
    see: async (part: string | RegExp) => void (await until(screen, part)),
    /** Of the program that the shell runs. */
    programId: async (): Promise<number> => {
      const shell = await ask('pane_pid')
      const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', shell], { encoding: 'utf8' })
      return Number.parseInt(stdout, 10)
    },
  }
}

/** Of the shell: how many there have been, and how the command before it has ended. */
const PROMPT = /^(\d+):(\d+) ready> *$/

export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'anneal-e2e-'))
  // A program that is being ended with its terminal may still write there.
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 20 }))
  return home
}

function quote(word: string): string {
  return /^[\w./=-]+$/.test(word) ? word : `'${word}'`
}
