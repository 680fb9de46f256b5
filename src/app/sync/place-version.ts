import { lstatSync, readdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { GONE } from '../../core/file-version.ts'
import type { Text } from '../../core/locale.ts'
import { codeOf } from '../../core/system-error.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { rewriteOrMake } from '../../disk/rewrite-or-make.ts'
import type { Deps } from '../deps.ts'
import type { Blobs } from './blobs.ts'
import { placeOf, readOwnFile } from './travelling-files.ts'

export type VersionPlaced = { readonly kind: 'placed' } | { readonly kind: 'fault'; readonly why: Text }

export interface Placing {
  readonly path: string
  /** What was found there, `GONE` for nothing. */
  readonly present: string
  readonly wanted: string
}

/** Where files lie that another machine has deleted. Begins with a dot: no deck is read from there. */
const REMOVED = '.removed'

/**
 * Brings files to versions: nothing outside the trees, nothing that was changed meanwhile, and what goes is
 * kept aside.
 */
export function openPlacing({ folders }: Pick<Deps, 'folders'>, blobs: Pick<Blobs, 'nameOf' | 'read'>) {
  const namesIn = new Map<string, Map<string, string>>()

  /** Where the system tells capitals, or ways to write an accent, apart and another does not. */
  function clashes(place: string): boolean {
    const folder = dirname(place)
    const names = namesIn.getOrInsertComputed(folder, () => namesOf(folder))
    const name = basename(place)
    const other = names.get(folded(name))
    names.set(folded(name), other ?? name)
    return other !== undefined && other !== name
  }

  return ({ path, present, wanted }: Placing): VersionPlaced => {
    const place = placeOf(folders, path)
    try {
      if (leadsElsewhere(place, path)) return { kind: 'fault', why: ELSEWHERE }
      if (wanted !== GONE && clashes(place)) return { kind: 'fault', why: CLASH }
      const bytes = readOwnFile(folders, path)
      if ((bytes === undefined ? GONE : blobs.nameOf(bytes)) !== present)
        return { kind: 'fault', why: CHANGED }
      if (wanted === GONE) {
        moveAside(folders, path)
        namesIn.get(dirname(place))?.delete(folded(basename(place)))
      } else {
        const contents = blobs.read(wanted)
        if (contents === undefined) return { kind: 'fault', why: NOT_YET }
        rewriteOrMake(place, contents)
      }
      return { kind: 'placed' }
    } catch (error) {
      return { kind: 'fault', why: unwritable(error) }
    }
  }
}

function namesOf(folder: string): Map<string, string> {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return new Map()
  return new Map(readdirSync(folder).map((name) => [folded(name), name]))
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function moveAside(folders: Deps['folders'], path: string): void {
  const place = placeOf(folders, path)
  const [tree = '', ...names] = path.split('/')
  const aside = join(placeOf(folders, tree), REMOVED, ...names.slice(0, -1))
  makeFolder(aside)
  renameSync(place, join(aside, `${basename(place)}.${Date.now()}`))
}

/** A link on the way, or a file where a folder should be. */
function leadsElsewhere(place: string, path: string): boolean {
  let folder = dirname(place)
  for (let depth = path.split('/').length; depth > 2; depth--, folder = dirname(folder)) {
    const there = lstatSync(folder, { throwIfNoEntry: false })
    if (there !== undefined && !there.isDirectory()) return true
  }
  const there = lstatSync(place, { throwIfNoEntry: false })
  return there !== undefined && !there.isFile()
}

const ELSEWHERE: Text = {
  en: 'a link or a folder is in its place; it is not taken',
  zh: '该处是链接或文件夹，未写入',
}
const CLASH: Text = {
  en: 'a file is there whose name is the same to some systems (capitals, accents); rename one of them',
  zh: '已有在某些系统上视为同名的文件（大小写或重音写法不同）；请给其中一个改名',
}
const CHANGED: Text = { en: 'was changed just now; sync again', zh: '刚刚被改动；请再同步一次' }
const NOT_YET: Text = {
  en: 'its contents are not there yet; it is taken once they are',
  zh: '内容尚未同步到，到齐后会自动写入',
}

function unwritable(error: unknown): Text {
  const code = codeOf(error) ?? String(error)
  return { en: `cannot be written here (${code})`, zh: `无法写入本机（${code}）` }
}
