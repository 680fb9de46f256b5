import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ANNEAL } from '../../src/cli/command-table.ts'
import { commandDocs } from '../../tools/command-docs.ts'

test('docs/commands.md says what the commands and settings are', async () => {
  await expect(
    commandDocs(ANNEAL),
    '`npx vitest run test/cli/command-docs.test.ts -u` writes it anew',
  ).toMatchFileSnapshot('../../docs/commands.md')
})

test('each page that a message names is there, and comes along with the package', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8'))
  const packed = globSync(files.filter((pattern: string) => !pattern.startsWith('!')))
  const named = globSync('src/**/*.{ts,tsx}').flatMap(
    (path) => readFileSync(path, 'utf8').match(/\bdocs\/[\w-]+\.md\b/g) ?? [],
  )
  expect(named).not.toEqual([])
  expect(named.filter((page) => !existsSync(page) || !packed.includes(page))).toEqual([])
})
