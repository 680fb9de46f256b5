import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '../../src/content/content.ts'
import { deckPaths } from '../../src/content/deck-paths.ts'
import { lintPaths } from '../../src/content/lint-paths.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { type Face, faceOf } from '../../src/core/face.ts'
import { formatFault } from '../../src/core/fault.ts'
import { LOCALES } from '../../src/core/locale.ts'
import { markNumber } from '../../src/core/mark-number.ts'
import { mathFaults } from '../../src/core/mathematics.ts'
import { splitSpans } from '../../src/core/spans.ts'

const BUILT_IN = { builtIn: '.' }
let content: Content

beforeAll(async () => {
  content = await loadContent(BUILT_IN)
})

describe('the decks', () => {
  test('lint clean', async () => {
    expect(deckPaths('decks').length).toBeGreaterThan(0)
    expect((await lintPaths([], BUILT_IN)).map(formatFault)).toEqual([])
  })

  test('keep every card that their notes hold', async () => {
    const { cards } = await loadContent(BUILT_IN)
    const notes = deckPaths('decks').flatMap((path) => readFileSync(path, 'utf8').match(/^## .*$/gm) ?? [])
    expect(new Set([...cards.values()].map(({ note }) => note)).size).toBe(notes.length)
  })

  test('show each card in both languages with whole mathematics', () => {
    for (const card of content.cards.values()) {
      for (const locale of LOCALES) {
        for (const text of textsOf(faceOf(card, locale, 'shown'))) {
          expect(text.trim(), card.id).not.toBe('')
          expect(text, card.id).not.toContain('@{')
          for (const span of splitSpans(text)) {
            if (span.kind === 'math' || span.kind === 'display')
              expect(mathFaults(span.content), card.id).toEqual([])
          }
        }
      }
    }
  })

  test('take the answers that they show to numbers', () => {
    const numeric = [...content.cards.values()].filter(({ kind }) => kind === 'numeric')
    for (const card of numeric) {
      for (let seed = 0; seed < 20; seed++) {
        const face = faceOf(card, 'en', `${seed}`)
        if (face.kind !== 'numeric') throw new Error(`${card.id} is ${face.kind}`)
        const typed = face.answer.split(' ')[0] ?? ''
        expect(
          markNumber(typed, face.expected, face.tolerance, face.typedUnits),
          `${card.id}: ${typed}`,
        ).toEqual({
          kind: 'right',
        })
      }
    }
  })
})

function textsOf(face: Face): readonly string[] {
  const optional = [face.errata, 'why' in face ? face.why : undefined].filter((text) => text !== undefined)
  const listed =
    face.kind === 'ordering' ? face.steps : face.kind === 'choice' ? face.options.map(({ text }) => text) : []
  const solution = face.kind === 'numeric' ? [face.solution] : []
  return [face.prompt, face.answer, ...optional, ...listed, ...solution]
}
