import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { numericGroups } from './decks-of-group.ts'

test('each group with numeric cards has its file of checks', () => {
  expect(numericGroups.length).toBeGreaterThan(4)
  const files = numericGroups.map((group) => `test/content/facts/${group}-numeric.test.ts`)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})
