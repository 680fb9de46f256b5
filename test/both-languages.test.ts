import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** A literal with no literal inside it. */
const LITERAL = String.raw`('(?:[^'\\\n]|\\.)*'|\`(?:[^\`\\]|\\.)*\`)`
const PAIR = new RegExp(String.raw`\ben: ${LITERAL},\s*zh: ${LITERAL}`, 'g')

/** Of each file with a Problem, with faults of decks, or of the screens. What is not a literal in both languages has tests of its own (test/cli/), and so have intervals (`8d`). */
const pairs = globSync('src/**/*.{ts,tsx}', { exclude: ['src/ui/words/format-interval.ts'] })
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }))
  .filter(({ file, source }) => source.includes('new Problem(') || /^src\/(?:content|ui)\//.test(file))
  .flatMap(({ file, source }) =>
    [...source.matchAll(PAIR)].map(([, en = '', zh = '']) => ({ file, en: insideOf(en), zh: insideOf(zh) })),
  )

function insideOf(literal: string): string {
  return literal.slice(1, -1).replaceAll('\\`', '`')
}

const INSERTED = /\$\{(?:[^{}]|\{[^}]*\})*\}/g

/** What every reader must be told alike: inserted values, commands, options, variables, numbers. */
function namesIn(text: string): string {
  const values = [...text.matchAll(/\$\{(?:count\()?([\w.]+)/g)].map(([, value = '']) =>
    value.replace(/(^|\.)(en|zh)$/, ''),
  )
  const words = text
    .replaceAll(INSERTED, '')
    .match(/`[^`]+`|\bANNEAL_\w+|\bEDITOR\b|\bCXX\b|--[a-z]+|npm run \w+|\b\d+(?:\.\d+)?\b/g)
  return [...new Set([...values, ...(words ?? [])])].sort().join(' ')
}

test('a text names the same in both languages', () => {
  expect(pairs.length).toBeGreaterThan(250)
  const differing = pairs.filter(({ en, zh }) => namesIn(en) !== namesIn(zh))
  expect(differing).toEqual([])
})

/** The same in Chinese; and what the key is called that leads back from it. */
const NAMES = /\b(?:Node|float|bool|English)\b/g

test('a Chinese text is Chinese, with its own punctuation and a space beside what is not', () => {
  const chineseToo = /\$\{(?:\w+\.)?zh\}/g
  const ugly = /[,;:?!]\s*\p{Script=Han}|\p{Script=Han}[,;:?!.]|\p{Script=Han}[\w`]|[\w`]\p{Script=Han}/u
  const shown = pairs.map((pair) => ({
    ...pair,
    zh: pair.zh
      .replaceAll(chineseToo, '字')
      .replaceAll(INSERTED, 'X')
      .replaceAll(/\b[QAC]:/g, 'X'),
  }))
  expect(shown.filter(({ zh }) => ugly.test(zh))).toEqual([])
  const inEnglish = (zh: string) =>
    /[A-Za-z]{4,}/.test(zh.replaceAll(NAMES, '')) && !/\p{Script=Han}/u.test(zh)
  expect(shown.filter(({ zh }) => inEnglish(zh))).toEqual([])
  const sentences = shown.filter(({ en }) => en.endsWith('.'))
  expect(sentences.length).toBeGreaterThan(50)
  expect(sentences.filter(({ zh }) => !/\p{Script=Han}.*。$/u.test(zh))).toEqual([])
})
