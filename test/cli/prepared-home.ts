import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE_ROOT } from '../grader/scale-scores.ts'

/** A new home in which what tests in C++ share need not be compiled. */
export function prepareHome(home: string): string {
  mkdirSync(home)
  mkdirSync(CACHE_ROOT, { recursive: true })
  symlinkSync(CACHE_ROOT, join(home, 'cache'))
  return home
}
