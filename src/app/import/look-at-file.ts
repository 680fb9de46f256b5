import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { irregularFile, unreadableFile } from '../../core/imported/broken-file.ts'
import { isSystemError } from '../../core/system-error.ts'
import type { ImportFile } from './import-format.ts'

const HEAD_BYTES = 4096

/** How a file begins; a pipe does not hold up whoever looks. @throws Problem */
export function lookAtFile(path: string): ImportFile {
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stats = fstatSync(file)
      if (!stats.isFile()) throw irregularFile(path)
      const head = Buffer.alloc(HEAD_BYTES)
      const length = readSync(file, head)
      return {
        path,
        name: basename(path).toLowerCase(),
        size: stats.size,
        head: head.subarray(0, length),
      }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw isSystemError(error) ? unreadableFile(path, error.code) : error
  }
}
