import type { Key } from 'ink'
import { describe, expect, test } from 'vitest'
import { readKeys } from '../../../src/ui/terminal/read-keys.ts'

describe('keys', () => {
  const NO_KEY = {} as Key
  const names = (input: string, key: Partial<Key> = {}) =>
    readKeys(input, { ...NO_KEY, ...key }).map(({ name }) => name)

  test('of a burst come one by one', () => {
    expect(names('3 \r4')).toEqual(['3', 'space', 'enter', '4'])
  })

  test('of a Chinese input method are the keys they look like, and stay as they are in a text', () => {
    expect(readKeys('３？', NO_KEY)).toEqual([
      { name: '3', text: '３' },
      { name: '?', text: '？' },
    ])
    expect(names('\u3000')).toEqual(['space'])
  })

  test('with control have names of their own, and with meta are none', () => {
    expect(names('u', { ctrl: true })).toEqual(['ctrl-u'])
    expect(names('!', { ctrl: true })).toEqual([])
    expect(names('u', { meta: true })).toEqual([])
    expect(names('', { upArrow: true })).toEqual(['up'])
  })
})
