import { readFileSync } from 'node:fs'

/** What stands below a heading of CONTRIBUTING.md. */
export function sectionOf(heading: string): string {
  const text = readFileSync('CONTRIBUTING.md', 'utf8')
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`))
  if (text === undefined) throw new Error(`CONTRIBUTING.md has no section "${heading}".`)
  return text
}

/** The code in the steps of a section, of one language or of any. */
export function blocksIn(section: string, language = '\\w+'): readonly string[] {
  const found = section.matchAll(new RegExp(`^ {3}\`\`\`${language}\\n(.*?)^ {3}\`\`\`$`, 'gms'))
  return Array.from(found, ([, code = '']) => code.replace(/^ {3}/gm, ''))
}

/** By their paths the files that a section gives: those of its steps that begin with a path and have a block of code. */
export function exampleFiles(heading: string): ReadonlyMap<string, string> {
  const steps = sectionOf(heading).split(/^(?=\d+\. )/m)
  const files = steps.flatMap((step): readonly [string, string][] => {
    const [, path] = /^\d+\. `([^`]+\.\w+)`/.exec(step) ?? []
    const [code] = blocksIn(step)
    return path === undefined || code === undefined ? [] : [[path, code]]
  })
  return new Map(files)
}
