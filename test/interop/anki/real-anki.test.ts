import { describe, expect, test } from 'vitest'
import { hasAnki } from '../../../tools/anki/anki-python.ts'
import type { Finding } from '../../../tools/anki/finding.ts'
import { findPackages } from '../../../tools/anki/packages.ts'
import { findBackAndThere, findThereAndBack } from '../../../tools/anki/round-trips.ts'
import { drawRows } from '../../drawn-by-commit.ts'

async function expectToHold(found: AsyncIterable<Finding>): Promise<void> {
  const findings: Finding[] = []
  for await (const finding of found) findings.push(finding)
  expect(findings).not.toEqual([])
  expect(findings.filter(({ holds }) => !holds)).toEqual([])
}

const PACKAGES = [
  ['all.apkg', 1],
  ['all.colpkg', 1],
] as const

/** `npm run test:anki` asks it more. */
describe.skipIf(!hasAnki())('the real Anki', () => {
  test.each(
    drawRows<[string, () => AsyncIterable<Finding>]>(
      [
        ['finds in a package and in a whole collection what the learner has', () => findPackages(PACKAGES)],
        ['has its own collection again when it has been here', () => findThereAndBack(['current.colpkg'])],
        ['gives back what the learner has', () => findBackAndThere(['legacy.apkg'])],
      ],
      'interop',
    ),
  )('%s', (_, findings) => expectToHold(findings()))
})
