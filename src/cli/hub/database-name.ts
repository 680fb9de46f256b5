import type { Engine } from '../../hub/database/database.ts'

/** Which database that is, without the user's password. */
export function databaseName(engine: Engine): string {
  if (engine.kind === 'embedded') return engine.folder
  const url = new URL(engine.url)
  url.password = ''
  for (const name of [...url.searchParams.keys()]) if (!PUBLIC.has(name)) url.searchParams.delete(name)
  return url.href
}

/** Of what may stand behind a question mark: a password may, too. */
const PUBLIC = new Set(['host', 'port', 'sslmode', 'options'])
