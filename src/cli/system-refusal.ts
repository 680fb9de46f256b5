import type { Text } from '../core/locale.ts'
import type { KnownTrouble } from '../core/problem.ts'
import { codeOf, isSystemError } from '../core/system-error.ts'

/** What the system refused that no program can do anything about; undefined for what may be a fault of this one. */
export function systemRefusal(error: unknown): Text | undefined {
  const refusal = isCwdGone(error) ? CWD_GONE : REFUSALS[codeOf(error) ?? '']
  if (refusal === undefined) return undefined
  const { is, remedy } = refusal
  const place = pathIn(error)
  return {
    en: `${is.en}${place && `: ${place}`}. ${remedy.en}`,
    zh: `${is.zh}${place && `：${place}`}。${remedy.zh}`,
  }
}

function isCwdGone(error: unknown): boolean {
  return isSystemError(error) && 'syscall' in error && error.syscall === 'uv_cwd'
}

function pathIn(error: unknown): string {
  return Error.isError(error) && 'path' in error && typeof error.path === 'string' ? error.path : ''
}

const CWD_GONE: KnownTrouble = {
  is: { en: 'The folder in which you are is no longer there', zh: '当前所在的文件夹已不存在' },
  remedy: { en: 'Change into another: cd.', zh: '请先用 cd 换到别的文件夹。' },
}
const FULL: KnownTrouble = {
  is: { en: 'No room is left on the disk', zh: '磁盘空间不足' },
  remedy: { en: 'Make room there and try again.', zh: '请腾出空间后重试。' },
}
const NOT_ALLOWED: KnownTrouble = {
  is: { en: 'The system does not allow that', zh: '系统不允许此操作' },
  remedy: {
    en: 'Give yourself the right to read and write there, or name another place.',
    zh: '请取得那里的读写权限，或换一个位置。',
  },
}
const TOO_MANY_FILES: KnownTrouble = {
  is: { en: 'The system opens no more files', zh: '打开的文件数已达系统上限' },
  remedy: {
    en: 'Close other programs, or raise the limit: ulimit -n 1024.',
    zh: '请关闭其他程序，或提高上限：ulimit -n 1024。',
  },
}

const REFUSALS: { readonly [code: string]: KnownTrouble } = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: {
    is: { en: 'The system lets no file grow so large', zh: '文件大小超过系统上限' },
    remedy: { en: 'Raise the limit: ulimit -f unlimited.', zh: '请提高上限：ulimit -f unlimited。' },
  },
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: {
    is: { en: 'The disk is read-only', zh: '磁盘为只读' },
    remedy: { en: 'Name a place that can be written.', zh: '请换一个可写的位置。' },
  },
  EIO: {
    is: { en: 'The disk reports an error', zh: '磁盘报告错误' },
    remedy: { en: 'Check the disk.', zh: '请检查磁盘。' },
  },
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
  EAGAIN: {
    is: { en: 'The system starts no more processes', zh: '进程数已达系统上限' },
    remedy: {
      en: 'End other programs, or raise the limit: ulimit -u.',
      zh: '请结束其他程序，或用 ulimit -u 提高上限。',
    },
  },
  ENOMEM: {
    is: { en: 'The system has no memory left', zh: '系统内存不足' },
    remedy: { en: 'End other programs and try again.', zh: '请结束其他程序后重试。' },
  },
}
