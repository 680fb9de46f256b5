import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { showableLine } from '../core/clean-text.ts'
import { type Locale, sayIn, type Text } from '../core/locale.ts'
import type { Problem } from '../core/problem.ts'
import { tell, tellBefore } from './print.ts'

export interface Question {
  readonly prompt: Text
  readonly locale: Locale
  /** Whether what is typed is written. */
  readonly shown: boolean
  /** Where there is no answer. */
  readonly unanswered: Problem
}

export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

/** @throws what it is told to where the learner ends it instead */
export async function askOnTerminal({ prompt, locale, shown, unanswered }: Question): Promise<string> {
  const asked = sayIn(locale)(prompt)
  // Readline has no other stream to write to than one that keeps nothing.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const output = shown ? process.stderr : silent
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  // Only now, for from here on nothing that is typed is echoed.
  if (!shown) tellBefore(asked)
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  terminal.once('SIGINT', () => reject(unanswered))
  terminal.once('close', () => reject(unanswered))
  void terminal.question(shown ? showableLine(asked) : '').then(resolve, reject)
  try {
    return await promise
  } finally {
    terminal.close()
    if (!shown) tell('')
  }
}
