import { type Readable, standingWallsHere } from '../../walls/standing-walls.ts'

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

export const nodeWalls = standingWallsHere(READABLE)
