import { closeSync, fsyncSync, linkSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export type WriteBytes = (bytes: Uint8Array) => void

export interface NewFileOptions {
  /** Whether it may take the place of another. */
  readonly replaces: boolean
}

/**
 * Makes a file piece by piece: the whole of it is there, durable, or nothing. What a killed process had begun is swept away by the next that writes the
 * same file.
 * @throws what the system says when it cannot be written; EEXIST where a file is there that it may not replace
 */
export async function writeNewFile<T>(
  path: string,
  fill: (write: WriteBytes) => Promise<T>,
  { replaces }: NewFileOptions,
): Promise<T> {
  sweepDrafts(path)
  const draft = draftOf(path, process.pid)
  try {
    const filled = await fillDraft(draft, fill)
    if (replaces) renameSync(draft, path)
    else linkOrRename(draft, path)
    return filled
  } finally {
    rmSync(draft, { force: true })
  }
}

async function fillDraft<T>(draft: string, fill: (write: WriteBytes) => Promise<T>): Promise<T> {
  const file = openSync(draft, 'wx')
  try {
    const filled = await fill((bytes) => writeWhole(file, bytes))
    fsyncSync(file)
    return filled
  } finally {
    closeSync(file)
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}

/** A link takes no other file's place, whoever made that meanwhile; not every file system has links. */
function linkOrRename(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error
    renameSync(draft, path)
  }
}

function draftOf(path: string, pid: number): string {
  return join(dirname(path), `.${basename(path)}.${pid}.part`)
}

function sweepDrafts(path: string): void {
  const [before, behind] = [`.${basename(path)}.`, '.part']
  for (const name of readdirSync(dirname(path))) {
    const pid = Number(
      name.startsWith(before) && name.endsWith(behind) && name.slice(before.length, -behind.length),
    )
    if (Number.isInteger(pid) && pid > 0 && !isAlive(pid)) rmSync(draftOf(path, pid), { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
