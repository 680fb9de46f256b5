import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Each place that `anneal new exercise` left to be filled in, one sentence each. */
export function findTodos(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => filesIn(folder).flatMap(todosIn))
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
    .sort()
}

function todosIn(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      const found = /^(.*?)\bTODO\b[:：]?(.*)$/.exec(line)
      if (found === null) return []
      const [, before = '', after = ''] = found
      // A lone TODO stands for the field that it is the value of.
      const what = bare(after.split('`')[0] ?? '') || bare(before)
      return [`${basename(path)}:${at + 1} is still to be written: ${what}.`]
    })
}

/** Without the marks of a comment or a text around it, and without the brackets that close what stood before it. */
function bare(text: string): string {
  const words = text.replace(/^[\s'"#/*]+|[\s'"*/.。:：,;]+$/g, '')
  const isOpenedHere = count(words, /[({]/g) >= count(words, /[)}]/g)
  return /[)}]$/.test(words) && !isOpenedHere ? bare(words.slice(0, -1)) : words
}

function count(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0
}
