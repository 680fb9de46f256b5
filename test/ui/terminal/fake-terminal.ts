import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'

/** Streams that say they are a terminal, and keep what is written. */
export function fakeTerminal() {
  let written = ''
  const rawModes: boolean[] = []
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => void rawModes.push(mode),
    ref: () => undefined,
    unref: () => undefined,
  })
  const stdout = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns: 80,
    rows: 24,
    writable: true,
    write: (text: string, done?: () => void) => {
      written += text
      done?.()
      return true
    },
  })
  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    type: (text: string) => void stdin.write(text),
    resize: (columns: number, rows: number) => {
      Object.assign(stdout, { columns, rows })
      stdout.emit('resize')
    },
    written: () => written,
    rawModes,
  }
}
