import type { Text } from '../locale.ts'
import { Problem } from '../problem.ts'

/** @param what is wrong with the file, as a sentence without its subject: "ends in the midst of an entry" */
export function brokenProblem(path: string, what: Text, cause?: unknown): Problem {
  return new Problem(
    { en: `${path} ${what.en}.`, zh: `${path} ${what.zh}。` },
    { remedy: EXPORT_AGAIN, cause },
  )
}

const EXPORT_AGAIN: Text = {
  en: 'Nothing was imported; export it again, or fetch it again.',
  zh: '未导入任何内容；请重新导出，或重新获取该文件。',
}

export function unreadableFile(path: string, code: string): Problem {
  return new Problem(
    { en: `${path} cannot be read (${code}).`, zh: `无法读取 ${path}（${code}）。` },
    { remedy: { en: 'Name a file that you may read.', zh: '请给出一个可以读取的文件。' } },
  )
}

export function irregularFile(path: string): Problem {
  return new Problem(
    { en: `${path} is no file.`, zh: `${path} 不是普通文件。` },
    { remedy: { en: 'Name the file that is to be imported.', zh: '请给出要导入的文件。' } },
  )
}
