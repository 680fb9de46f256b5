import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defineCommand } from '../../../src/cli/arguments/command.ts'
import { findCommand } from '../../../src/cli/arguments/find-command.ts'
import { readArguments } from '../../../src/cli/arguments/read-arguments.ts'
import { ANNEAL } from '../../../src/cli/command-table.ts'
import { anyText, wholeNumber } from '../../../src/cli/flags.ts'
import { Problem } from '../../../src/core/problem.ts'
import { codePoint } from '../../code-point.ts'

const help = { en: 'help', zh: '帮助' }
const nothing = async () => undefined
const child = defineCommand({ name: 'child', summary: help, args: ['<one>', '[more...]'], run: nothing })
const find = defineCommand({ name: 'find', summary: help, args: ['[query...]'], negates: true, run: nothing })
const root = defineCommand({
  name: 'root',
  summary: help,
  flags: {
    count: { help, value: wholeNumber('n') },
    name: { help, value: anyText('text') },
    deck: { help, value: anyText('name'), many: true },
    quiet: { help, short: 'q', conflicts: 'count' },
  },
  commands: [child, find],
  run: nothing,
})

function read(...words: readonly string[]) {
  const { command, rest } = findCommand(root, words)
  return { command: command.name, ...readArguments(command, rest) }
}

describe('what is written is read', () => {
  test.each<[string, readonly string[], object]>([
    ['nothing', [], { command: 'root', kind: 'run', args: [], flags: {} }],
    ['a value behind', ['--count', '3'], { flags: { count: 3 } }],
    ['a value beside', ['--count=3'], { flags: { count: 3 } }],
    ['a value that begins with dashes', ['--name=--quiet'], { flags: { name: '--quiet' } }],
    ['a value with one dash', ['--name', '-1'], { flags: { name: '-1' } }],
    ['the last of two', ['--count', '3', '--count', '4'], { flags: { count: 4 } }],
    ['all, where there may be many', ['--deck', 'a', '--deck=b'], { flags: { deck: ['a', 'b'] } }],
    ['a list of one', ['--deck', 'a'], { flags: { deck: ['a'] } }],
    ['a short switch', ['-q'], { flags: { quiet: true } }],
    ['a command', ['child', 'a'], { command: 'child', args: ['a', []] }],
    ['a list', ['child', 'a', 'b', 'c'], { args: ['a', ['b', 'c']] }],
    ['what stands behind two dashes', ['child', '--', '--a', '-b'], { args: ['--a', ['-b']] }],
    ['help, whatever else is wrong', ['--count', 'x', '-h'], { kind: 'help' }],
    ['help of what negates', ['find', '-tag:x', '-h'], { kind: 'help' }],
    ['help of a command', ['child', '--help'], { command: 'child', kind: 'help' }],
  ])('%s', (_, words, expected) => {
    expect(read(...words)).toMatchObject(expected)
  })
})

describe('what cannot be is refused', () => {
  test.each<[readonly string[], string]>([
    [['chlid'], 'There is no command "chlid" (did you mean child?). Choose one of: child, find.'],
    [['childd'], 'There is no command "childd" (did you mean child?). Choose one of: child, find.'],
    [['nope', '--help'], 'There is no command "nope". Choose one of: child, find.'],
    [['--quite'], "unknown option '--quite' (did you mean --quiet?). See `anneal --help`."],
    [['--quie'], "unknown option '--quie' (did you mean --quiet?). See `anneal --help`."],
    [['-x'], "unknown option '-x'. See `anneal --help`."],
    [['--no-quiet'], "unknown option '--no-quiet'. See `anneal --help`."],
    [['--quiet=3'], "option '--quiet' takes no argument. See `anneal --help`."],
    [['--count'], "option '--count <n>' argument missing. See `anneal --help`."],
    [['--name', '--quiet'], "option '--name <text>' argument missing. See `anneal --help`."],
    [
      ['--count', '-3'],
      "option '--count <n>' argument '-3' is invalid. Give a whole number. See `anneal --help`.",
    ],
    [['--count', '3', '-q'], "option '--quiet' cannot be used with option '--count'. See `anneal --help`."],
    [['--toString'], "unknown option '--toString'. See `anneal --help`."],
    [['child'], "missing required argument 'one'. See `anneal --help`."],
  ])('%j', (words, line) => {
    expect(() => read(...words)).toThrow(Problem)
    try {
      read(...words)
    } catch (error) {
      expect(error instanceof Problem && error.line.en).toBe(line)
    }
  })
})

test('a word with one dash is an argument where words may be negated', () => {
  const query = (...words: readonly string[]) => {
    const found = read('find', ...words)
    return found.kind === 'run' && String(found.args[0]).replaceAll(' ', '')
  }
  expect(query('nms', '-tag:errata', '-(a', 'or', 'b)', '-x')).toBe('nms,-tag:errata,-(a,or,b),-x')
  expect(() => query('--tag:errata')).toThrow(Problem)
})

test('whatever is written is read or is a problem', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'review',
      'answer',
      'new',
      'exercise',
      '--',
      '-',
      '--json',
      '--deck',
      '--limit=3',
      '-hV',
      '--=',
      '-=',
      '3',
    ),
    fc.string({ unit: codePoint }),
  )
  fc.assert(
    fc.property(fc.array(word), (words) => {
      try {
        const { command, rest } = findCommand(ANNEAL, words)
        expect(readArguments(command, rest).kind).toMatch(/help|run/)
      } catch (error) {
        expect(error).toBeInstanceOf(Problem)
      }
    }),
    { numRuns: 1000 },
  )
})
