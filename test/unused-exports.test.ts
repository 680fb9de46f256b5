import { expect, test } from 'vitest'
import { unusedExports } from './unused-exports.ts'

const USED = { path: 'src/core/a.ts', text: 'export function add() {}\nexport const ZERO = 0\n' }
const unusedBeside = (path: string, text: string) => unusedExports([USED, { path, text }])

test('what no other file imports is unused, also where its own file uses it', () => {
  const text = 'export async function load() {}\nexport function* steps() {}\nexport class Own {}\nload()\n'
  expect(unusedExports([{ path: 'src/app/b.ts', text }])).toEqual([
    'src/app/b.ts: load',
    'src/app/b.ts: steps',
    'src/app/b.ts: Own',
  ])
})

test.each([
  ['by name', "import { add, ZERO as nought } from '../core/a.ts'"],
  ['over lines', "import {\n  add,\n  type Other,\n  ZERO,\n} from '../core/a.ts'"],
  ['to hand it on', "export { add, ZERO } from '../core/a.ts'"],
  ['as a whole', "import * as a from '../core/a.ts'"],
  ['later', "const { add, ZERO } = await import('../core/a.ts')"],
])('what is imported is used: %s', (_, text) => {
  expect(unusedBeside('src/app/c.ts', text)).toEqual([])
})

test('a name that is imported from another file is not this one', () => {
  const text = "import { add } from './b.ts'\nimport { ZERO } from '../core/a.ts'\n"
  expect(unusedBeside('src/app/c.ts', text)).toEqual(['src/core/a.ts: add'])
})

test('what stands beside src may be exported unused', () => {
  expect(unusedExports([{ path: 'tools/a.ts', text: 'export const ONE = 1\n' }])).toEqual([])
})
