import { readFileSync } from 'node:fs'

/** What a file says in JSON; undefined where it is missing or broken, as one that can be made again may be. */
export function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
