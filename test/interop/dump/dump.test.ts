import { expect, test } from 'vitest'
import { type Dump, dumpLines } from '../../../src/interop/dump/dump-lines.ts'
import { isDump, readDump } from '../../../src/interop/dump/read-dump.ts'

const ENTRY = { id: 'x', device: 'd', kind: 'config', version: 1, at: 1, offsetMin: 0, subject: 's' }
const DUMP: Dump = {
  at: '2026-11-29T00:00:00.000Z',
  decks: [],
  cards: [],
  exercises: [],
  settings: new Map([['locale', 'zh']]),
  files: [
    { path: 'a.md', text: 'Q: "log":[\n]}\n\x9b2J\u2028' },
    { path: 'b.png', base64: 'AAE=' },
  ],
  log: [{ ...ENTRY, body: { value: '\x1b[2J' } }],
}
const text = [...dumpLines(DUMP)].join('')
const linesOf = (whole: string) => whole.split('\n').slice(0, -1)

test('what was written is read back, and nothing in it could reach a terminal', () => {
  expect(JSON.parse(text)).toMatchObject({ settings: { locale: 'zh' }, files: DUMP.files, log: DUMP.log })
  expect([...readDump(linesOf(text))]).toEqual([
    { kind: 'file', file: { path: 'a.md', text: 'Q: "log":[\n]}\n\x9b2J\u2028' } },
    { kind: 'file', file: { path: 'b.png', base64: 'AAE=' } },
    { kind: 'entry', entry: { ...ENTRY, body: { value: '\x1b[2J' } } },
  ])
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]/)
})

test('an end that is missing, a broken line and a newer version are told', () => {
  const lines = linesOf(text)
  expect(() => [...readDump(lines.slice(0, -1))]).toThrow('no whole dump')
  expect(() => [...readDump(linesOf(text.replace('"id":"x"', '"id":')))]).toThrow(
    /^Line \d+ of the dump is broken/,
  )
  expect(() => [...readDump(linesOf(text.replace('"version":1', '"version":2')))]).toThrow(
    'of a newer anneal',
  )
  expect(() => [...readDump(linesOf(JSON.stringify(JSON.parse(text), undefined, 2)))]).toThrow(
    'laid out anew',
  )
  expect([isDump(text), isDump('{"cards":[]}')]).toEqual([true, false])
})
