import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished } from 'vitest'

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
  const socket = `anneal-test-${process.pid}-${Math.trunc(performance.now() * 1000)}`
  function tmux(...args: readonly string[]): string {
    const { stdout, stderr, status } = spawnSync('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`tmux ${args.join(' ')}: ${stderr}`)
    return stdout
  }
  const all = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    ANNEAL_HOME: home,
    LANG: 'C.UTF-8',
    PS1: 'ready> ',
    ...env,
  }
  const settings = Object.entries(all).map(([name, value]) => `${name}=${value}`)
  tmux(
    'new-session',
    '-d',
    '-x',
    `${columns}`,
    '-y',
    `${rows}`,
    'env',
    '-i',
    'TERM=tmux-256color',
    ...settings,
    'sh',
  )
  onTestFinished(() => void spawnSync('tmux', ['-L', socket, 'kill-server']))

  const screen = () => tmux('capture-pane', '-p')
  const ask = (format: string) => tmux('display-message', '-p', `#{${format}}`).trim()
  /** The shell waits for a command: nothing stands behind its newest prompt. */
  async function prompt(): Promise<void> {
    const line = () =>
      ask('pane_current_command') === 'sh' ? screen().split('\n')[Number(ask('cursor_y'))] : ''
    await expect.poll(line).toMatch(/^ready> *$/)
  }
  return {
    home,
    screen,
    /** With the escape sequences of its colours. */
    painted: () => tmux('capture-pane', '-p', '-e'),
    lines: () => screen().split('\n').slice(0, -1),
    ask,
    /** Names of tmux: `Enter`, `Space`, `C-c`, characters. */
    press: (...keys: readonly string[]) => void tmux('send-keys', ...keys),
    /** A burst, as one write. */
    type: (text: string) => void tmux('send-keys', '-l', text),
    prompt,
    /** Typed at the prompt alone: what is typed before it is there would go to the program that ends. */
    run: async (...words: readonly string[]) => {
      await prompt()
      tmux('send-keys', words.map(quote).join(' '), 'Enter')
    },
    resize: (to: { columns: number; rows: number }) =>
      void tmux('resize-window', '-x', `${to.columns}`, '-y', `${to.rows}`),
    see: (part: string | RegExp) => expect.poll(screen).toMatch(part),
    /** Of the program that the shell runs, once it is there. */
    programId: async (): Promise<number> => {
      const shell = tmux('display-message', '-p', '#{pane_pid}').trim()
      const children = () =>
        spawnSync('ps', ['-o', 'pid=', '--ppid', shell], { encoding: 'utf8' }).stdout.trim()
      await expect.poll(children).not.toBe('')
      return Number(children().split('\n')[0])
    },
  }
}

export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'anneal-e2e-'))
  // A program that is being ended with its terminal may still write there.
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 20 }))
  return home
}

function quote(word: string): string {
  return /^[\w./=-]+$/.test(word) ? word : `'${word}'`
}
