import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './is-alive.ts'
import { namesIn } from './names-in.ts'

/** What is to become a file `name`, made by a process. */
export function draftName(name: string, pid: number): string {
  return `.${name}.${pid}.part`
}

/** What processes that were killed had begun in a folder, only for the file of that name where one is given. */
export function deadDrafts(folder: string, name?: string): readonly string[] {
  return namesIn(folder).flatMap((draft) => {
    const [, of, pid] = DRAFT.exec(draft) ?? []
    const isWanted = of !== undefined && (name === undefined || of === name)
    return isWanted && !isAlive(Number(pid)) ? [join(folder, draft)] : []
  })
}

/** Takes them away. */
export function sweepDrafts(folder: string, name?: string): void {
  for (const path of deadDrafts(folder, name)) rmSync(path, { force: true })
}

/** With what SQLite keeps beside a database while it writes one. */
const DRAFT = /^\.(.+)\.(\d{1,10})\.part(?:-journal|-wal|-shm)?$/
