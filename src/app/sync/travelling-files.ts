import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '../../core/locale.ts'
import { isSystemError } from '../../core/system-error.ts'
import { bytesOfFile } from '../../disk/read-regular-file.ts'
import { isFolder } from '../../disk/stat-of.ts'
import { isBeside, isSharedPath, LARGEST_FILE, TREES } from '../../interop/segments/shared-path.ts'
import type { Folders } from '../deps.ts'
import type { FolderFault } from './shared-folder.ts'

/** Where the trees lie. */
export type Trees = Pick<Folders, 'decks' | 'exercises' | 'ownGraders'>

export interface OwnFiles {
  /** Their contents are read when they are wanted; undefined where they are not to be had. */
  readonly paths: readonly string[]
  readonly faults: readonly FolderFault[]
  /** Trees that are there: what is missing in another was not deleted. */
  readonly trees: ReadonlySet<string>
  /** Whether a link or a closed folder is at a path or above it: what is missing there was not deleted. */
  readonly hides: (path: string) => boolean
}

/** The files of the learner's own that travel. What a link leads to is not theirs alone, and stays. */
export function listOwnFiles(folders: Trees): OwnFiles {
  const paths: string[] = []
  const faults: FolderFault[] = []
  const trees = TREES.filter((tree) => isFolder(treePath(folders, tree)))
  for (const tree of trees) walk(tree)
  const hidden = new Set(faults.map(({ path }) => path))
  const hides = (path: string) =>
    [...path.matchAll(/\/|$/g)].some(({ index }) => hidden.has(path.slice(0, index)))
  return { paths: paths.sort(), faults, trees: new Set(trees), hides }

  function walk(path: string): void {
    try {
      for (const entry of readdirSync(placeOf(folders, path), { withFileTypes: true }))
        visit(`${path}/${entry.name}`, entry)
    } catch (error) {
      if (!isSystemError(error)) throw error
      faults.push({ path, why: CLOSED })
    }
  }

  function visit(path: string, entry: Dirent): void {
    if (entry.name.startsWith('.') || isBeside(entry.name)) return
    if (entry.isDirectory()) walk(path)
    else if (!entry.isFile()) faults.push({ path, why: LINK })
    else if (!isSharedPath(path)) faults.push({ path, why: NAME })
    else paths.push(path)
  }
}

/** Undefined where it is not there, too large or not to be read. */
export function readOwnFile(folders: Trees, path: string): Uint8Array | undefined {
  return bytesOfFile(placeOf(folders, path), LARGEST_FILE)
}

/** Where a shared path lies on this machine. */
export function placeOf(folders: Trees, path: string): string {
  const [tree = '', ...names] = path.split('/')
  return join(treePath(folders, tree), ...names)
}

function treePath({ decks, exercises, ownGraders }: Trees, tree: string): string {
  if (tree === 'decks') return decks
  return tree === 'exercises' ? exercises : ownGraders
}

const LINK: Text = { en: 'a link or no regular file; it stays here', zh: '是链接或特殊文件，仅留在本机' }
const CLOSED: Text = {
  en: 'a folder that cannot be read; what is in it stays here',
  zh: '文件夹无法读取，其中的内容仅留在本机',
}
const NAME: Text = {
  en: 'a name that not every system can have; rename it to share it',
  zh: '文件名并非所有系统都支持；改名后才会同步',
}
