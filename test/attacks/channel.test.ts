import { beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/core/exercise.ts'
import { LOCALES } from '../../src/core/locale.ts'
import { DEFAULT_LIMITS } from '../../src/grader/run/limits.ts'
import { findOuterLayer } from '../../src/grader/run/outer-layer.ts'
import { runIsolated } from '../../src/grader/run/run-isolated.ts'
import { createScratch } from '../../src/grader/run/scratch.ts'
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

test('who does not read a question sleeps, however long the question is', async () => {
  using scratch = createScratch()
  // Longer than the system keeps for a reader, and than the program sleeps without being ended.
  const question = new Uint8Array(2 ** 21)
  const command = { file: '/bin/sh', args: ['-c', 'exec sleep 10'], env: { PATH: '/usr/bin:/bin' } }
  const run = { command, folder: scratch.folder, limits: DEFAULT_LIMITS, reads: [] }
  const isolated = runIsolated({ ...run, layer: await findOuterLayer() })
  const reply = await isolated.request({}, question, 300)
  await isolated.stop()
  expect(reply).toEqual({ kind: 'ended', ended: { kind: 'time-limit', limitMs: 300 } })
})
