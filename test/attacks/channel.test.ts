import { beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/core/exercise.ts'
import { LOCALES } from '../../src/core/locale.ts'
import { gradingFields } from '../../src/output/json/grading-json.ts'
import { buildTestGraders, rightPy, rightTs, SCALE_SCORES, submit } from '../grader/scale-scores.ts'

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

const HOSTILE_TEXT = String.raw`"\x1b[2J\x9b31m\u202etext"`

describe('a text that a function returns is shown without what could change the terminal', () => {
  test.each<[Language, string]>([
    [
      'ts',
      rightTs({
        result: `{ total, scaled: { shape: [data.length], data }, kept: { shape: [kept.length], data: kept }, label: ${HOSTILE_TEXT}, any: kept.length > 0 }`,
      }),
    ],
    [
      'py',
      rightPy({
        result: `{"total": scaled.sum(), "scaled": scaled, "kept": kept, "label": ${HOSTILE_TEXT}, "any": len(kept) > 0}`,
      }),
    ],
  ])('in %s', async (language, source) => {
    const grading = await submit({ graderRoot, language, source })
    const { verdict } = grading
    const at = verdict.kind === 'wrong-answer' ? verdict.failure : undefined
    expect(at?.summary.en).toBe('label is "<U+001B>[2J<U+009B>31m<U+202E>text", expected "none: 0"')
    expect(at?.got).toMatchObject({ label: '<U+001B>[2J<U+009B>31m<U+202E>text' })
    const all = LOCALES.flatMap((locale) =>
      Object.values(gradingFields(SCALE_SCORES.id, grading, locale)).map((part) => JSON.stringify(part)),
    )
    expect(all.join()).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e]|\\u001b/)
  })
})

describe('the same question gets the same answer, and an answer that hangs on what was asked before is wrong', () => {
  test.each<[Language, string]>([
    [
      'ts',
      `let asked = 0\n${rightTs({ before: 'if (asked++ % 2 === 1) scores = { ...scores, data: scores.data.map(() => 7) }' })}`,
    ],
    [
      'py',
      rightPy({
        before:
          'scores = scores if globals().setdefault("asked", []).append(1) or len(asked) % 2 else scores * 0 + 7',
      }),
    ],
  ])('in %s', async (language, source) => {
    const kinds = await Promise.all(
      [1, 2].map(async () => (await submit({ graderRoot, language, source })).verdict),
    )
    expect(kinds[0]).toMatchObject({ kind: 'wrong-answer' })
    expect(kinds[1]).toEqual(kinds[0])
  })
})
