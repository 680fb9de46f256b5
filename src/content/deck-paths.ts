import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { isImageName } from '../core/image-path.ts'
import { isFolder, statOf } from '../disk/stat-of.ts'

/**
 * The decks of a folder and its sub-folders, in alphabetical order. What begins with a dot is hidden: `.git`,
 * `.trash`, an editor's lock; `~$name` is the lock of an office program. A file or folder that links lead to
 * twice, or back to, is found once.
 * @throws Error of the system when the folder itself cannot be read
 */
export function deckPaths(folder: string): readonly string[] {
  return filesIn(folder, isDeckName)
}

/** Files that hold text and are no decks, by their names. */
export function otherTexts(folder: string): readonly string[] {
  return filesIn(folder, (name) => /\.(?:txt|text|org|mdx|mkdn?|md(?:ow|w)?n|rmd|qmd)$|^[^.]+$/i.test(name))
}

/**
 * Files of a folder from elsewhere that may be decks in plain text. No link leads out of it, or to what is
 * hidden in it.
 */
export function textsWithin(folder: string): readonly string[] {
  return filesWithin(folder, (name) => isDeckName(name) || /\.txt$/i.test(name))
}

/** Images of such a folder, likewise. */
export function imagesWithin(folder: string): readonly string[] {
  return filesWithin(folder, isImageName)
}

function filesWithin(folder: string, isWanted: (name: string) => boolean): readonly string[] {
  const root = realpathSync(folder)
  return filesIn(folder, isWanted, (link) => {
    const place = placeBelow(root, link)
    return place !== undefined && !isAbsolute(place) && !/(?:^|[\\/])\./.test(place)
  })
}

/** Undefined for a link to nothing. */
function placeBelow(root: string, link: string): string | undefined {
  return statOf(link) && relative(root, realpathSync(link))
}

export function isDeckName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name)
}

function filesIn(
  folder: string,
  isWanted: (name: string) => boolean,
  isFollowed: (link: string) => boolean = () => true,
): readonly string[] {
  if (!existsSync(folder)) return []
  const found: string[] = []
  const seen = new Set<string>()
  const links: string[] = []
  const linkedFiles: string[] = []
  walk('', readdirSync(folder, { withFileTypes: true }))
  // Links come behind all that has its own place.
  for (let link = links.shift(); link !== undefined; link = links.shift()) lookInto(link)
  if (linkedFiles.length > 0) addLinked()
  return found.sort().map((path) => join(folder, path))

  function walk(below: string, entries: readonly Dirent[]): void {
    seen.add(identityOf(join(folder, below)))
    for (const entry of entries) {
      if (/^(?:\.|~\$)/.test(entry.name)) continue
      const path = join(below, entry.name)
      if (entry.isSymbolicLink() && !isFollowed(join(folder, path))) continue
      // A folder with the name of a deck is told when it is read as one.
      if (isWanted(entry.name)) (entry.isSymbolicLink() ? linkedFiles : found).push(path)
      if (entry.isDirectory()) lookInto(path)
      else if (entry.isSymbolicLink() && isFolder(join(folder, path))) links.push(path)
    }
  }

  /** What cannot be read says so when it is. */
  function addLinked(): void {
    const known = new Set(found.map((path) => fileOf(join(folder, path))))
    for (const path of linkedFiles.sort()) {
      const file = fileOf(join(folder, path))
      if (file === undefined || !known.has(file)) found.push(path)
      known.add(file)
    }
  }

  function lookInto(path: string): void {
    const full = join(folder, path)
    try {
      if (seen.has(identityOf(full))) return
      walk(path, readdirSync(full, { withFileTypes: true }))
    } catch {
      // Read as a deck it will say why it cannot be.
      found.push(path)
    }
  }
}

function identityOf(folder: string): string {
  const { dev, ino } = statSync(folder)
  return `${dev} ${ino}`
}

function fileOf(path: string): string | undefined {
  const stat = statOf(path)
  return stat && `${stat.dev} ${stat.ino}`
}
