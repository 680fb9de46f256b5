import { readFileSync } from 'node:fs'

/** The files that a section of CONTRIBUTING.md gives whole, by their paths: those of its steps that begin with a path and have a block of code. */
export function exampleFiles(section: string): ReadonlyMap<string, string> {
  const text = readFileSync('CONTRIBUTING.md', 'utf8')
    .split(/^## /m)
    .find((part) => part.startsWith(`${section}\n`))
  if (text === undefined) throw new Error(`CONTRIBUTING.md has no section "${section}".`)
  const files = text.split(/^(?=\d+\. )/m).flatMap((step): readonly [string, string][] => {
    const [, path] = /^\d+\. `([^`]+\.\w+)`/.exec(step) ?? []
    const [, code] = /^ *```\w+\n(.*?)^ *```$/ms.exec(step) ?? []
    return path === undefined || code === undefined ? [] : [[path, code.replaceAll(/^ {3}/gm, '')]]
  })
  return new Map(files)
}
