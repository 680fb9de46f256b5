import { fstatSync, writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import { showableLines } from '../core/clean-text.ts'
import { gathering, type Put } from '../core/gather-pieces.ts'
import { Problem } from '../core/problem.ts'
import { codeOf } from '../core/system-error.ts'
import { jsonDocument } from '../output/json/json-document.ts'

/** To a file or a pipe at once: the stream for it would take longer to load than a summary to make. */
export function print(text: string): void {
  const shown = showableButColours(text)
  const line = shown.endsWith('\n') ? shown : `${shown}\n`
  if (isTerminal(STDOUT)) writeToStream(line)
  else writeWhole(Buffer.from(line))
}

/** On stderr. */
export function tell(text: string): void {
  process.stderr.write(`${showableLines(text)}\n`)
}

/** What is to be answered in the same line. */
export function tellBefore(text: string): void {
  process.stderr.write(showableLines(text))
}

/** Our own colours are all that a terminal obeys. */
function showableButColours(text: string): string {
  return text
    .split(COLOUR)
    .map((part, at) => (at % 2 === 0 ? showableLines(part) : part))
    .join('')
}

const COLOUR = /(\x1b\[[0-9;]*m)/

export function printJson(fields: object): void {
  print(jsonDocument(fields))
}

/** For a file that goes to stdout as it is; on a terminal nothing that it would obey. */
export function fillStdout<T>(fill: (put: Put) => Promise<T>): Promise<T> {
  if (!isTerminal(STDOUT)) return gathering((bytes) => writeWhole(Buffer.from(bytes)), fill)
  return fill((piece) => {
    if (typeof piece !== 'string') throw NO_TEXT
    writeToStream(showableLines(piece))
  })
}

const NO_TEXT = new Problem(
  { en: 'That is no text for a terminal.', zh: '这不是能在终端显示的文本。' },
  { remedy: { en: 'Name a file, or lead stdout to one.', zh: '请给出文件名，或把标准输出重定向到文件。' } },
)

/** Screens need both ends of a terminal. */
export function hasTerminal(): boolean {
  return isTerminal(STDOUT) && isTerminal(STDIN) && process.env['TERM'] !== 'dumb'
}

/** Text for people to a terminal, and none of them has said NO_COLOR. */
export function hasColour(): boolean {
  return isTerminal(STDOUT) && process.env['TERM'] !== 'dumb' && !process.env['NO_COLOR']
}

const STDIN = 0
const STDOUT = 1

/** What is no device is no terminal; only the others are worth loading what knows terminals. */
function isTerminal(fd: number): boolean {
  try {
    if (!fstatSync(fd).isCharacterDevice()) return false
  } catch {
    // Closed, or of a kind that this system does not describe.
  }
  return isatty(fd)
}

function writeWhole(bytes: Buffer): void {
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(STDOUT, bytes, written)
  } catch (error) {
    // Whoever shares the pipe may have made it one that does not wait; the stream can.
    if (codeOf(error) === 'EAGAIN') writeToStream(bytes.subarray(written))
    else endIfUnread(error)
  }
}

function writeToStream(text: string | Buffer): void {
  const { stdout } = process
  if (stdout.listenerCount('error') === 0) stdout.on('error', endIfUnread)
  stdout.write(text)
}

/** A reader that closes the pipe early (`anneal stats | head -1`) is no error. */
function endIfUnread(error: unknown): void {
  if (codeOf(error) === 'EPIPE') process.exit(0)
  throw error
}
