import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { CardId } from '../../../src/core/ids.ts'
import { createStore, type Store } from '../../../src/store/create-store.ts'
import { openDatabase } from '../../../src/store/open-database.ts'

/** Who runs the built program again until it has done what it should. */
export interface CrashLearner {
  readonly name: string
  readonly home: string
  readonly authorization: string
  readonly answer: (round: number) => void
  readonly sync: () => Promise<void>
  readonly submit: (round: number) => Promise<void>
  /** At once, whatever it is at. */
  readonly kill: () => void
  readonly attempts: () => number
}

interface LearnerWish {
  readonly name: string
  readonly home: string
  readonly token: string
  readonly url: string
  /** Until everything that was struck is there again. */
  readonly whole: () => Promise<void>
}

/** What it may say while something is away. */
const AWAY = /cannot be reached|cannot reach its database|no hub of Anneal, or was cut short/

export function openCrashLearner({ name, home, token, url, whole }: LearnerWish): CrashLearner {
  let running: ChildProcess | undefined
  async function run(args: readonly string[]): Promise<boolean> {
    await whole()
    running = spawn(process.execPath, [resolve('bin/anneal'), ...args], {
      env: { ...process.env, LANG: 'C', ANNEAL_HOME: home, ANNEAL_HUB_TOKEN: token },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const child = running
    const said = child.stderr === null ? '' : text(child.stderr)
    await once(child, 'exit')
    const { exitCode, signalCode } = child
    if (signalCode === 'SIGKILL') return false
    const told = await said
    if (exitCode === PROBLEM && !AWAY.test(told)) throw new Error(`${name}, ${args[0]}: ${told}`)
    return exitCode !== PROBLEM
  }
  const attempts = () => within(home, ({ history }) => history.attempts().length)
  return {
    name,
    home,
    authorization: `Bearer ${token}`,
    async sync() {
      while (!(await run(['sync', url, '--share'])));
    },
    kill: () => void running?.kill('SIGKILL'),
    attempts,
    answer: (round) => within(home, (store) => answerIn(store, round)),
    async submit(round) {
      const file = join(home, 'l2Norm.js')
      writeFileSync(file, `export function l2Norm() { throw new Error('${name} ${round}') }\n`)
      const before = attempts()
      // Killed behind the record and before its last word, it has done it all the same.
      while (!(await run(['submit', file, '--hub'])) && attempts() === before);
    },
  }
}

/** Of a problem; 1 is a verdict that is not "accepted". */
const PROBLEM = 2

export function within<T>(home: string, work: (store: Store) => T): T {
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  try {
    return work(store)
  } finally {
    store.close()
  }
}

function answerIn(store: Store, round: number): void {
  const at = Date.now()
  for (const card of ['adam/defaults', 'nms/steps'] as CardId[]) {
    const change = { kind: 'review', rating: round % 3 === 0 ? 'again' : 'good', durationMs: 4_000 } as const
    store.recordCard(card, change, { at, offsetMin: 0 }, store.card(card))
  }
}
