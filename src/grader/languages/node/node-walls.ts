import { processorHere } from '../../walls/allowed-calls.ts'
import { type Readable, standingWalls } from '../../walls/standing-walls.ts'

let walls: Uint8Array | undefined

/** Undefined where the system has none that a loader could put up. */
export function nodeWalls(): Uint8Array | undefined {
  const processor = processorHere()
  if (processor === undefined) return undefined
  walls ??= standingWalls(processor, READABLE)
  return walls
}

/** Its libraries are loaded by then. */
const READABLE: readonly Readable[] = [
  ...['.', '/usr/share/zoneinfo', '/sys/devices/system/cpu'].map((path) => ({ path, is: 'folder' }) as const),
  ...['/etc/localtime', '/dev/urandom', '/proc/self/maps', '/proc/self/stat'].map(
    (path) => ({ path, is: 'file' }) as const,
  ),
  ...['meminfo', 'cpuinfo', 'stat', 'loadavg'].map(
    (name) => ({ path: `/proc/${name}`, is: 'file' }) as const,
  ),
  { path: '/dev/null', is: 'written file' },
]
