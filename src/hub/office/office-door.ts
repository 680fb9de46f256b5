import { hash } from 'node:crypto'
import { join } from 'node:path'

/** The socket, beside an embedded database, by which the one process that has it lets the office of others in. */
export function officeDoor(folder: string): string {
  // There a socket has a place of its own.
  if (process.platform === 'win32')
    return join('\\\\?\\pipe', `anneal-${hash('sha256', folder).slice(0, 32)}`)
  return join(folder, 'office')
}
