import type { Text } from '../core/locale.ts'
import { type KnownTrouble, Problem } from '../core/problem.ts'
import { codeOf, isSystemError } from '../core/system-error.ts'

/** The Problem that a code of SQLite or of the system stands for; any other error as it is. */
export function explainedTrouble(error: unknown, path: string): unknown {
  const code = codeOf(error) ?? ''
  const known = Object.entries(TROUBLES).find(([prefix]) => code.startsWith(prefix))?.[1]
  // Whatever else the system says, such as that a name is too long.
  const trouble = known ?? (isSystemError(error) ? UNMADE : undefined)
  if (trouble === undefined) return error
  const { is, remedy } = trouble
  return new Problem({ en: `${path} ${is.en}.`, zh: `${path} ${is.zh}。` }, { remedy, cause: error })
}

/** Whether a file is no database, or no longer a whole one. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')
}

const RESTORE: Text = {
  en: 'Restore a backup of it (`anneal backup --list` names them, `anneal restore FILE`), or move it away to start afresh.',
  zh: '请恢复备份（用 `anneal backup --list` 查看，`anneal restore FILE` 恢复），或移走它重新开始。',
}
const UNWRITABLE: KnownTrouble = {
  is: { en: 'may not be written', zh: '没有写入权限' },
  remedy: {
    en: 'Give yourself the right to write it, or set ANNEAL_HOME to another folder.',
    zh: '请取得写权限，或把 ANNEAL_HOME 设为另一个文件夹。',
  },
}
const BELOW_A_FILE: KnownTrouble = {
  is: { en: 'lies below a file that is not a folder', zh: '的上级路径是文件，不是文件夹' },
  remedy: { en: 'Set ANNEAL_HOME to a folder.', zh: '请把 ANNEAL_HOME 设为文件夹。' },
}

const FULL: KnownTrouble = {
  is: { en: 'lies on a disk that is full', zh: '所在的磁盘已满' },
  remedy: { en: 'Make room there.', zh: '请腾出空间。' },
}
const FAILING: KnownTrouble = {
  is: { en: 'cannot be read or written: the disk reports an error', zh: '无法读写：磁盘报告错误' },
  remedy: {
    en: 'Check the disk, and copy what is there to another: `anneal backup FILE`.',
    zh: '请检查磁盘，并把数据备份到别处：`anneal backup FILE`。',
  },
}
const UNMADE: KnownTrouble = {
  is: { en: 'lies in a folder that cannot be made', zh: '所在的文件夹无法创建' },
  remedy: {
    en: 'Set ANNEAL_HOME to a folder that can be written.',
    zh: '请把 ANNEAL_HOME 设为可写的文件夹。',
  },
}

const TROUBLES: { readonly [code: string]: KnownTrouble } = {
  SQLITE_NOTADB: {
    is: { en: 'is damaged or not a database', zh: '已损坏或不是数据库' },
    remedy: RESTORE,
  },
  SQLITE_CORRUPT: { is: { en: 'is damaged', zh: '已损坏' }, remedy: RESTORE },
  SQLITE_CANTOPEN: {
    is: { en: 'cannot be opened', zh: '无法打开' },
    remedy: {
      en: 'Check that the folder exists and that you may write there.',
      zh: '请检查文件夹是否存在、是否可写。',
    },
  },
  SQLITE_READONLY: UNWRITABLE,
  SQLITE_BUSY: {
    is: { en: 'is locked by another program', zh: '被另一个程序锁定' },
    remedy: { en: 'Close the other program and try again.', zh: '请关闭那个程序后再试。' },
  },
  SQLITE_FULL: FULL,
  // The memory that its programs share is a file beside it.
  SQLITE_IOERR_SHMSIZE: FULL,
  ENOSPC: FULL,
  EDQUOT: FULL,
  SQLITE_IOERR: FAILING,
  EIO: FAILING,
  EACCES: UNWRITABLE,
  EPERM: UNWRITABLE,
  EROFS: {
    is: { en: 'is on a read-only disk', zh: '位于只读磁盘' },
    remedy: {
      en: 'Set ANNEAL_HOME to a folder that can be written.',
      zh: '请把 ANNEAL_HOME 设为可写的文件夹。',
    },
  },
  ENOENT: UNMADE,
  ENOTDIR: BELOW_A_FILE,
  EEXIST: BELOW_A_FILE,
}
