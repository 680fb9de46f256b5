import { existsSync, readFileSync } from 'node:fs'

/** The text of a file in UTF-8; undefined where there is none. */
export function textIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
