import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { exampleFiles, sectionOf } from './example-files.ts'

const EXAMPLES = ['Add a screen', 'Add a command', 'Add a statistic'].flatMap((heading) => [
  ...exampleFiles(heading),
])
const OF_LANGUAGE = [...exampleFiles('Add a language')]

/** The file of the settings with the type of the example's and its row. */
function withSetting(): string {
  const [, type] = /`(readonly 'remind-of-breaks': \w+)`/.exec(sectionOf('Add a setting')) ?? []
  const row = exampleFiles('Add a setting').get('src/core/settings.ts')
  return readFileSync('src/core/settings.ts', 'utf8')
    .replace(/^export interface Settings \{$/m, `$&\n${type}`)
    .replace(/^export const SETTINGS: .*\{$/m, `$&\n${row}`)
}

test('the examples fit the sources, which then want the row of the screen and the name of the language', () => {
  expect(EXAMPLES).toHaveLength(7)
  expect(OF_LANGUAGE).toHaveLength(1)
  const files = [...EXAMPLES, ...OF_LANGUAGE, ['src/core/example-settings.ts', withSetting()] as const]
  expect(errorsOfTypes(files).toSorted()).toEqual([
    expect.stringMatching(/perl\.ts\(.* Type '"perl"' is not assignable to type '("\w+"(?: \| )?)+'\.$/),
    expect.stringMatching(/^src\/ui\/screens\.ts\(.*Property 'decks' is missing/),
  ])
})

test.each([...EXAMPLES, ...OF_LANGUAGE])('%s is formatted', (path, code) => {
  const asked = ['check', '--write', `--stdin-file-path=${path}`]
  const { stdout, status } = spawnSync('node_modules/.bin/biome', asked, { input: code, encoding: 'utf8' })
  expect({ stdout, status }).toEqual({ stdout: code, status: 0 })
})

/** With the files as if they lay in the repository. Kept from run to run: what did not change, of the sources too, need not be checked again. */
function errorsOfTypes(files: readonly (readonly [string, string])[]): readonly string[] {
  const folder = join('.cache', 'examples')
  for (const [path, code] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
  }
  const settings = {
    extends: resolve('tsconfig.json'),
    compilerOptions: { rootDirs: [resolve('.'), '.'] },
    files: files.map(([path]) => path),
    include: [],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const asked = ['-p', folder, '--incremental', '--tsBuildInfoFile', join(folder, 'types.json')]
  const { stdout } = spawnSync('node_modules/.bin/tsc', asked, { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => /^\S/.test(line))
}
