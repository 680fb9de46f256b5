import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Stands in the bundle for better-sqlite3's `lib/binding.js`, which looks for its binary beside its own files, and in the memory map of
 * the process for which one it needs. Here the most likely one is tried; where it does not fit, better-sqlite3 is asked.
 */
export function getBinding(): unknown {
  addon ??= load()
  return addon
}

let addon: unknown

function load(): unknown {
  const folder = packageFolder()
  return prebuilt(folder) ?? requireHere()(join(folder, 'lib', 'binding.js')).getBinding()
}

/** Where npm installs it for a clone and for a global program; else Node searches, for longer. */
function packageFolder(): string {
  const nearest = join(import.meta.dirname, '..', 'node_modules', 'better-sqlite3')
  if (existsSync(nearest)) return nearest
  return dirname(requireHere().resolve('better-sqlite3/package.json'))
}

/** Not imported, for that would load what the two rare cases alone need. */
function requireHere(): NodeJS.Require {
  return process.getBuiltinModule('node:module').createRequire(import.meta.url)
}

function prebuilt(folder: string): object | undefined {
  // There is such a folder where it was compiled on purpose.
  if (existsSync(join(folder, 'build'))) return undefined
  const loaded = { exports: {} }
  try {
    process.dlopen(loaded, join(folder, 'prebuilds', `${process.platform}-${process.arch}.node`))
    return loaded.exports
  } catch {
    // Another C library, or a platform without one.
    return undefined
  }
}
