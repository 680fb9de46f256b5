import type { Text } from '../../core/locale.ts'
import { endedBySignal } from './ending-sentences.ts'
import { showableText } from './showable-text.ts'

/**
 * What a signal says about the program that it ended, where it says anything. `stderr` is what the program
 * printed before.
 */
export function signalMessage(signal: string, stderr: string): Text {
  const { en, zh } = endedBySignal(signal)
  // A failed assertion and an exception that nobody caught are told there.
  const lines = signal === 'SIGABRT' ? showableText(stderr).trim().split('\n').slice(-3).join('\n') : ''
  const said = lines === '' ? '' : `\n${lines.slice(0, MOST_LETTERS)}`
  return { en: en + said, zh: zh + said }
}

const MOST_LETTERS = 2000
