import { isAbsolute, relative, sep } from 'node:path'

/** Whether a path leads into a folder, or is the folder; by its words alone, whatever links there are. */
export function liesBelow(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
