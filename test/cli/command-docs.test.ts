import { expect, test } from 'vitest'
import { ANNEAL } from '../../src/cli/command-table.ts'
import { commandDocs } from '../../tools/command-docs.ts'

test('docs/commands.md says what the commands and settings are', async () => {
  await expect(
    commandDocs(ANNEAL),
    '`npx vitest run test/cli/command-docs.test.ts -u` writes it anew',
  ).toMatchFileSnapshot('../../docs/commands.md')
})
