import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MEASURED, scaleTable } from '../../tools/bench/hub/at-scale.ts'

test('docs/hub.md reckons with what was measured', () => {
  expect(readFileSync('docs/hub.md', 'utf8')).toContain(scaleTable(MEASURED))
})
