import { describe, expect, test } from 'vitest'
import { hasAnki } from '../../../tools/anki/anki-python.ts'
import type { Finding } from '../../../tools/anki/finding.ts'
import { findPackages } from '../../../tools/anki/packages.ts'
import { findBackAndThere, findThereAndBack } from '../../../tools/anki/round-trips.ts'
import { drawTests } from '../../drawn-by-commit.ts'

drawTests('app', 'interop', 'output')

async function expectToHold(found: AsyncIterable<Finding>): Promise<void> {
  const findings: Finding[] = []
  for await (const finding of found) findings.push(finding)
  expect(findings).not.toEqual([])
  expect(findings.filter(({ holds }) => !holds)).toEqual([])
}

/** `npm run test:anki` asks it more. */
describe.skipIf(!hasAnki())('the real Anki', () => {
  test('finds in a package and in a whole collection what the learner has', async () => {
    await expectToHold(
      findPackages([
        ['all.apkg', 1],
        ['all.colpkg', 1],
      ]),
    )
  })

  test('has its own collection again when it has been here', async () => {
    await expectToHold(findThereAndBack(['current.colpkg']))
  })

  test('gives back what the learner has', async () => {
    await expectToHold(findBackAndThere(['legacy.apkg']))
  })
})
