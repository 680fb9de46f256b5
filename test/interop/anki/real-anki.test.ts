import { describe, expect, test } from 'vitest'
import { hasAnki } from '../../../tools/anki/anki-python.ts'
import type { Finding } from '../../../tools/anki/finding.ts'
import { findPackages } from '../../../tools/anki/packages.ts'

/** `npm run test:anki` asks it more. */
describe.skipIf(!hasAnki())('the real Anki', () => {
  test.each(['all.apkg', 'all.colpkg'])('finds in %s what the learner has', async (name) => {
    const findings: Finding[] = []
    for await (const found of findPackages([[name, 1]])) findings.push(found)
    expect(findings.length).toBeGreaterThan(5)
    expect(findings.filter(({ holds }) => !holds)).toEqual([])
  })
})
