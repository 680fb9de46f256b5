import { existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Debian keeps a server's programs off the path, and so does Homebrew. */
const ELSEWHERE = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql@*/bin']

/** The folder of `initdb` and `postgres`, the newest; undefined where there is none. */
export function findPostgres(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  const elsewhere = globSync(ELSEWHERE).sort((a, b) => versionOf(b) - versionOf(a))
  return [...onPath, ...elsewhere].find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  )
}

function versionOf(folder: string): number {
  return Number(/\d+/.exec(folder)?.[0] ?? 0)
}
