import { accessSync, constants, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { isSystemError } from '../core/system-error.ts'
import { makeFolder } from './make-folder.ts'

/**
 * Makes a new folder for what lasts no longer than this process, by its real path. Where TMPDIR is not there, may
 * not be written, is full or lets no program run (`noexec`, as on many servers), it lies elsewhere.
 * @param lastly a folder to be made if need be, where the system's own are all of no use
 * @throws Problem where the system lets none be made at all
 */
export function makeScratchFolder(lastly?: string): string {
  const places = placesBefore(lastly)
  let spare: string | undefined
  for (const place of places) {
    const folder = folderIn(place, place === lastly)
    if (folder === undefined) continue
    if (fit.has(place) || isFit(folder)) {
      fit.add(place)
      if (spare !== undefined) remove(spare)
      return folder
    }
    if (spare === undefined) spare = folder
    else remove(folder)
  }
  // What needs no program to be run there works all the same.
  if (spare === undefined) throw noneCanBeMade(places)
  return spare
}

/** Places are tried once: each program that is judged has a folder. */
const fit = new Set<string>()

function placesBefore(last: string | undefined): readonly string[] {
  const common = process.platform === 'win32' ? [] : ['/tmp', '/var/tmp']
  return [...new Set([tmpdir(), ...common, ...(last === undefined ? [] : [last])])]
}

function folderIn(place: string, isOurs: boolean): string | undefined {
  try {
    if (isOurs) makeFolder(place, 0o700)
    return mkdtempSync(join(realpathSync(place), 'anneal-'))
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
}

/** The system denies the right to run a file on a disk from which it runs none, whatever the file's own rights. */
function isFit(folder: string): boolean {
  const probe = join(folder, 'probe')
  try {
    writeFileSync(probe, ROOM, { mode: 0o700 })
    accessSync(probe, constants.X_OK)
    return true
  } catch {
    return false
  } finally {
    remove(probe)
  }
}

/** As much as a small program takes. */
const ROOM = Buffer.alloc(2 ** 18)

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true })
}

function noneCanBeMade(tried: readonly string[]): Problem {
  const message: Text = {
    en: `No scratch folder can be made in ${tried.join(', ')}.`,
    zh: `无法在 ${tried.join('、')} 中创建临时文件夹。`,
  }
  return new Problem(message, {
    remedy: {
      en: 'Make room there, or set TMPDIR to a folder that you may write.',
      zh: '请在那里腾出空间，或把 TMPDIR 设为可写的文件夹。',
    },
  })
}
