import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The decks of a folder and its sub-folders, in alphabetical order. What begins with a dot is hidden: `.git`, `.trash`, an editor's lock;
 * `~$name` is the lock of an office program. A folder that links lead to twice, or back to, is looked into once.
 * @throws Error of the system when the folder itself cannot be read
 */
export function deckPaths(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const found: string[] = []
  const seen = new Set<string>()
  const links: string[] = []
  walk('', readdirSync(folder, { withFileTypes: true }))
  // Links come behind all that has its own place.
  for (let link = links.shift(); link !== undefined; link = links.shift()) lookInto(link)
  return found.sort().map((path) => join(folder, path))

  function walk(below: string, entries: readonly Dirent[]): void {
    seen.add(identityOf(join(folder, below)))
    for (const entry of entries) {
      if (/^(?:\.|~\$)/.test(entry.name)) continue
      const path = join(below, entry.name)
      // A folder with the name of a deck is told when it is read as one.
      if (isDeckName(entry.name)) found.push(path)
      if (entry.isDirectory()) lookInto(path)
      else if (entry.isSymbolicLink() && isFolder(join(folder, path))) links.push(path)
    }
  }

  function lookInto(path: string): void {
    const full = join(folder, path)
    if (seen.has(identityOf(full))) return
    try {
      walk(path, readdirSync(full, { withFileTypes: true }))
    } catch {
      // Read as a deck it will say why it cannot be.
      found.push(path)
    }
  }
}

function isDeckName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name)
}

function identityOf(folder: string): string {
  const { dev, ino } = statSync(folder)
  return `${dev} ${ino}`
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
