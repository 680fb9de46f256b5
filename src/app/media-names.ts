import { basename, dirname, resolve } from 'node:path'
import { liesBelow } from '../disk/lies-below.ts'
import { statOf } from '../disk/stat-of.ts'

export type MediaNames = ReturnType<typeof createMediaNames>

/** Images by names for one folder without folders in it. */
export function createMediaNames() {
  const files = new Map<string, string>()
  const names = new Map<string, string>()

  function nameOf(path: string): string {
    return names.getOrInsertComputed(path, () => {
      const name = freeName(basename(path).normalize('NFC').replace(UNUSUAL, '-'))
      files.set(name, path)
      return name
    })
  }

  function freeName(wanted: string): string {
    let name = wanted
    for (let at = 2; files.has(name); at++) name = `${at}-${wanted}`
    return name
  }

  return {
    /** Of the file with this path. */
    nameOf,
    /** Of the image that a deck's text names; undefined where none lies there, or it lies outside the deck's folder. */
    within:
      (deckPath: string) =>
      (path: string): string | undefined => {
        const folder = dirname(deckPath)
        const file = resolve(folder, path)
        return liesBelow(file, folder) && statOf(file)?.isFile() ? nameOf(file) : undefined
      },
    /** Their paths by their names, of those that were named. */
    files: files as ReadonlyMap<string, string>,
  }
}

/** What Anki takes out of a file's name. */
const UNUSUAL = /[\][<>:"/?*^\\|\x00-\x1f]/g
