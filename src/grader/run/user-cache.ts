import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { xdgCache } from 'xdg-basedir'

/** Where what a compiler has made is kept below, unless someone says otherwise. */
export function userCache(): string {
  return join(xdgCache ?? tmpdir(), 'anneal')
}
