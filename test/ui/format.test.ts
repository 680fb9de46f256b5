import type { Key } from 'ink'
import { describe, expect, test } from 'vitest'
import { readKeys } from '../../src/ui/terminal/read-keys.ts'
import { editorCommand } from '../../src/ui/terminal/run-editor.ts'
import { paint, styleOf } from '../../src/ui/theme/theme.ts'
import { formatDays, formatMinutes } from '../../src/ui/words/format-interval.ts'

describe('an interval', () => {
  test.each([
    { days: 1, en: '1d', zh: '1 天' },
    { days: 59, en: '59d', zh: '59 天' },
    { days: 61, en: '2mo', zh: '2 个月' },
    { days: 364, en: '12mo', zh: '12 个月' },
    { days: 366, en: '1y', zh: '1 年' },
    { days: 1000, en: '2.7y', zh: '2.7 年' },
  ])('of $days days is short', ({ days, en, zh }) => {
    expect(formatDays(days)).toEqual({ en, zh })
  })

  test.each([
    { ms: 20_000, en: '<1m' },
    { ms: 60_000, en: '1m' },
    { ms: 99 * 60_000, en: '99m' },
    { ms: 150 * 60_000, en: '2.5h' },
  ])('of $ms ms is $en', ({ ms, en }) => {
    expect(formatMinutes(ms).en).toBe(en)
  })
})

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

describe('the editor', () => {
  const place = { path: '/decks/a b.md', line: 7 }

  test.each([
    { env: { VISUAL: 'nvim', EDITOR: 'nano' }, command: ['nvim', '+7', '/decks/a b.md'] },
    { env: { EDITOR: '/usr/bin/nano -w' }, command: ['/usr/bin/nano', '-w', '+7', '/decks/a b.md'] },
    { env: { EDITOR: 'code --wait' }, command: ['code', '--wait', '--goto', '/decks/a b.md:7'] },
    { env: { EDITOR: 'hx' }, command: ['hx', '/decks/a b.md:7'] },
    { env: { EDITOR: 'ed' }, command: ['ed', '/decks/a b.md'] },
    { env: { VISUAL: '', EDITOR: '' }, command: ['vi', '+7', '/decks/a b.md'] },
  ])('of $env is $command', ({ env, command }) => {
    expect(editorCommand(env, 'linux', place)).toEqual(command)
  })

  test('on Windows is notepad unless another is named', () => {
    expect(editorCommand({}, 'win32', place)[0]).toBe('notepad')
  })
})

describe('the theme', () => {
  test('without colour keeps what is bold or dim', () => {
    expect(styleOf('verdictBad', false)).toEqual({ bold: true })
    expect(styleOf('hint', false)).toEqual({ dimColor: true })
    expect(paint('no', 'bad', false)).toBe('no')
    expect(paint('no', 'bad', true)).toBe('\x1b[31mno\x1b[0m')
  })
})
