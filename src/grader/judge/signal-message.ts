import { showableText } from './showable-text.ts'

/** What a signal says about the program that it ended, where it says anything. `stderr` is what the program printed before. */
export function signalMessage(signal: string, stderr: string): string {
  const meaning = MEANINGS.get(signal)
  const message = `The process was ended by ${signal}${meaning ? ` (${meaning})` : ''} before it answered.`
  // A failed assertion and an exception that nobody caught are told there.
  const said = signal === 'SIGABRT' ? showableText(stderr).trim().split('\n').slice(-3).join('\n') : ''
  return said === '' ? message : `${message}\n${said.slice(0, MOST_LETTERS)}`
}

const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['SIGSEGV', 'segmentation fault: memory that is not its own, or a stack that is full'],
  ['SIGBUS', 'bus error: memory that is not its own'],
  ['SIGFPE', 'arithmetic error, such as a whole number divided by zero'],
  ['SIGILL', 'illegal instruction, such as the end of a function that returns nothing'],
  ['SIGABRT', 'abort'],
])

const MOST_LETTERS = 2000
