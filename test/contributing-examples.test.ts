import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exampleFiles } from './example-files.ts'

const EXAMPLES = [...exampleFiles('Add a screen'), ...exampleFiles('Add a command')]

test('the examples of a screen and of a command fit the sources, which then want the row of the screen', () => {
  expect(EXAMPLES).toHaveLength(6)
  expect(errorsOfTypes(EXAMPLES)).toEqual([
    expect.stringMatching(/^src\/ui\/screens\.ts\(.*Property 'decks' is missing/),
  ])
})

test.each(EXAMPLES)('%s is formatted', (path, code) => {
  const biome = ['node_modules/.bin/biome', ['check', `--stdin-file-path=${path}`]] as const
  expect(spawnSync(...biome, { input: code, encoding: 'utf8' }).stdout).toBe(code)
})

/** With the files as if they lay in the repository. */
function errorsOfTypes(files: typeof EXAMPLES): readonly string[] {
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(join('.cache', 'examples-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
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
  const { stdout } = spawnSync('node_modules/.bin/tsc', ['-p', folder], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => /^\S/.test(line))
}
