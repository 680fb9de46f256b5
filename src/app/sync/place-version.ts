import { lstatSync, readdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Text } from '../../core/locale.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { rewriteOrMake } from '../../disk/rewrite-or-make.ts'
import { GONE } from '../../interop/segments/merge-versions.ts'
import type { Deps } from '../deps.ts'
import type { Blobs } from './blobs.ts'
import { placeOf, readOwnFile } from './travelling-files.ts'

export type VersionPlaced = { readonly kind: 'placed' } | { readonly kind: 'fault'; readonly why: Text }

export interface Placing {
  readonly path: string
  /** What was found there, `GONE` for nothing. */
  readonly present: string
  readonly version: string
}

/** Where files lie that another machine has deleted. Begins with a dot: no deck is read from there. */
const REMOVED = '.removed'

/** Brings a file to a version: nothing outside the trees, nothing that was changed meanwhile, and what goes is kept aside. */
export function placeVersion(
  { folders }: Deps,
  blobs: Blobs,
  { path, present, version }: Placing,
): VersionPlaced {
  const place = placeOf(folders, path)
  if (leadsElsewhere(place, path)) return { kind: 'fault', why: ELSEWHERE }
  if (clashes(place)) return { kind: 'fault', why: CLASH }
  const bytes = readOwnFile(folders, path)
  if ((bytes === undefined ? GONE : blobs.nameOf(bytes)) !== present) return { kind: 'fault', why: CHANGED }
  try {
    if (version === GONE) moveAside(folders, path)
    else {
      const wanted = blobs.read(version)
      if (wanted === undefined) return { kind: 'fault', why: NOT_YET }
      rewriteOrMake(place, wanted)
    }
    return { kind: 'placed' }
  } catch (error) {
    return { kind: 'fault', why: unwritable(error) }
  }
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

/** Where the system tells capitals apart and another does not. */
function clashes(place: string): boolean {
  const folder = dirname(place)
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return false
  const name = basename(place)
  return readdirSync(folder).some((one) => one !== name && one.toLowerCase() === name.toLowerCase())
}

const ELSEWHERE: Text = {
  en: 'a link or a folder is in its place; it is not taken',
  zh: '该处是链接或文件夹，未写入',
}
const CLASH: Text = {
  en: 'a file whose name differs in capitals alone is there; rename one of them',
  zh: '已有仅大小写不同的同名文件；请给其中一个改名',
}
const CHANGED: Text = { en: 'was changed just now; sync again', zh: '刚刚被改动；请再同步一次' }
const NOT_YET: Text = {
  en: 'its contents are not there yet; it is taken once they are',
  zh: '内容尚未同步到，到齐后会自动写入',
}

function unwritable(error: unknown): Text {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return { en: `cannot be written here (${code})`, zh: `无法写入本机（${code}）` }
}
