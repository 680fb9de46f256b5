import { existsSync, readFileSync } from 'node:fs'

/** The interpreter that tools/prepare-tests.ts found, with numpy, where none is named. */
export function chooseTestPython(): void {
  if (process.env['ANNEAL_PYTHON'] !== undefined || !existsSync('.cache/tests.json')) return
  const { python } = JSON.parse(readFileSync('.cache/tests.json', 'utf8')) as { readonly python?: string }
  if (python !== undefined) process.env['ANNEAL_PYTHON'] = python
}
