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

function bare(text: string): string {
  return text.replace(/^[\s'"#/*]+|[\s'"*/.。:：,;})]+$/g, '')
}
