import { count, type Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { isSystemError } from '../../core/system-error.ts'

export function takenProblem(path: string): Problem {
  return new Problem(
    { en: `${path} is there already.`, zh: `${path} 已存在。` },
    { remedy: { en: 'Name another file, or say --force.', zh: '请换个文件名，或加上 --force。' } },
  )
}

export function irregularProblem(path: string): Problem {
  return new Problem(
    { en: `${path} is no file that could be replaced.`, zh: `${path} 不是可以替换的普通文件。` },
    { remedy: { en: 'Name another, or - for stdout.', zh: '请换一个，或用 - 表示标准输出。' } },
  )
}

/** What the system says, as a problem; anything else as it is. */
export function writingProblem(path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error
  if (error.code === 'EEXIST') return takenProblem(path)
  return new Problem(
    { en: `${path} cannot be written (${error.code}).`, zh: `无法写入 ${path}（${error.code}）。` },
    { remedy: WRITABLE, cause: error },
  )
}

const WRITABLE: Text = {
  en: 'Name a file in a folder that exists and that you may write, with room on its disk.',
  zh: '请给出一个已有且可写、磁盘有空间的文件夹里的文件。',
}

/** Notes that a reader finds otherwise than they are. */
export function changedRemark(notes: readonly string[]): readonly Text[] {
  if (notes.length === 0) return []
  const shown = notes.slice(0, 5).join(', ')
  return [
    {
      en: `${count(notes.length, 'note')} cannot be written so that it is read the same: ${shown}.`,
      zh: `有 ${notes.length} 条笔记写出后读回会有出入：${shown}。`,
    },
  ]
}
