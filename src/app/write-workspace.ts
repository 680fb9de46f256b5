import { mkdtempSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Text, verbatim } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { codeOf, isSystemError } from '../core/system-error.ts'
import { makeFolder } from '../disk/make-folder.ts'

/** @throws Problem when the folder cannot be made */
export function makeWorkspaceFolder(folder: string): void {
  try {
    makeFolder(folder)
  } catch (cause) {
    throw unusable({ en: `The folder ${folder} cannot be made`, zh: `无法创建文件夹 ${folder}` }, cause)
  }
}

/** Makes the folder that is to be the workspace, and tries to write there. @throws Problem when it cannot be one */
export function checkWorkspace(folder: string): void {
  makeWorkspaceFolder(folder)
  writeBelow(folder, () => rmdirSync(mkdtempSync(join(folder, '.anneal-'))))
}

/** @throws Problem when the system lets nothing be written there */
export function writeBelow<T>(folder: string, write: () => T): T {
  try {
    return write()
  } catch (cause) {
    if (!isSystemError(cause)) throw cause
    throw unusable({ en: `The folder ${folder} cannot be written`, zh: `无法写入文件夹 ${folder}` }, cause)
  }
}

function unusable(wrong: Text, cause: unknown): Problem {
  const code = codeOf(cause) ?? String(cause)
  const reason = REASONS[code] ?? verbatim(code)
  return new Problem(
    { en: `${wrong.en} (${reason.en}).`, zh: `${wrong.zh}（${reason.zh}）。` },
    {
      remedy: {
        en: 'Name one that can be, by `anneal config workspace FOLDER`.',
        zh: '请用 `anneal config workspace FOLDER` 换一个。',
      },
      cause,
    },
  )
}

const BELOW_A_FILE: Text = { en: 'a file is in its way', zh: '路径上有同名文件' }
const NOT_ALLOWED: Text = { en: 'you may not write there', zh: '没有写入权限' }

const REASONS: { readonly [code: string]: Text } = {
  EEXIST: BELOW_A_FILE,
  ENOTDIR: BELOW_A_FILE,
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: { en: 'the disk is read-only', zh: '磁盘只读' },
  ENOSPC: { en: 'the disk is full', zh: '磁盘已满' },
  ENOENT: { en: 'the system makes no files there', zh: '系统不允许在那里创建文件' },
}
