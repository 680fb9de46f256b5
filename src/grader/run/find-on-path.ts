import { statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first file of that name in the folders of PATH. */
export function findOnPath(name: string): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe'] : ['']
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}
