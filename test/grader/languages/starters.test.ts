import { beforeAll, expect, test } from 'vitest'
import { LANGUAGES } from '../../../src/core/exercise.ts'
import { supportFor } from '../../../src/grader/languages/all-languages.ts'
import { buildTestGraders, SCALE_SCORES, submit } from '../scale-scores.ts'

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

test('a starter says what goes in and out, from the signature', () => {
  expect(supportFor('py').starter(SCALE_SCORES, 'zh')).toMatchInlineSnapshot(`
    "from __future__ import annotations

    from typing import TYPE_CHECKING

    import numpy as np

    if TYPE_CHECKING:
        from anneal import F64Array, Options, ScaleScoresResult


    def scale_scores(scores: F64Array, options: Options) -> ScaleScoresResult:
        """缩放分数。

        scores: float64, shape (N,)
        options['power']: int
        options['negate']: bool
        options['name']: str
        returns['total']: float
        returns['scaled']: float64, shape (N,)
        returns['kept']: int32, shape (K,)
        returns['label']: str
        returns['any']: bool

        请返回新数组，不要改动参数。
        """
        raise NotImplementedError('not implemented')
    "
  `)
  expect(supportFor('ts').starter(SCALE_SCORES, 'en')).toMatchInlineSnapshot(`
    "import type { NdArray, Options, ScaleScoresResult } from './anneal.d.ts'

    /**
     * Scale scores.
     *
     * An array is { shape, data }, row-major. Return new arrays, and leave the arguments as they are.
     *
     * @param scores shape [N]
     * @param options
     *   power: a whole number
     *   negate: boolean
     *   name: string
     * @returns
     *   total: number
     *   scaled: NdArray<Float64Array>, shape [N]
     *   kept: NdArray<Int32Array>, shape [K]
     *   label: string
     *   any: boolean
     */
    export function scaleScores(
      scores: NdArray<Float64Array>,
      options: Options,
    ): ScaleScoresResult {
      throw new Error('not implemented')
    }
    "
  `)
  expect(supportFor('js').starter(SCALE_SCORES, 'en')).toMatchInlineSnapshot(`
    "/** @import { NdArray, Options, ScaleScoresResult } from './anneal.d.ts' */

    /**
     * Scale scores.
     *
     * An array is { shape, data }, row-major. Return new arrays, and leave the arguments as they are.
     *
     * @param {NdArray<Float64Array>} scores shape [N]
     * @param {Options} options
     *   power: a whole number
     *   negate: boolean
     *   name: string
     * @returns {ScaleScoresResult}
     *   total: number
     *   scaled: NdArray<Float64Array>, shape [N]
     *   kept: NdArray<Int32Array>, shape [K]
     *   label: string
     *   any: boolean
     */
    export function scaleScores(scores, options) {
      throw new Error('not implemented')
    }
    "
  `)
})

test.each(LANGUAGES)('the starter in %s asks for new arrays only where arrays are returned', (language) => {
  const returns = { kind: 'f64' } as const
  const number = { ...SCALE_SCORES, signature: { ...SCALE_SCORES.signature, returns } }
  const starter = supportFor(language).starter(number, 'en')
  expect(starter).toContain('Leave the arguments as they are.')
  expect(starter).not.toContain('new arrays')
})

test.each(LANGUAGES)('the starter in %s runs, and says that it is not implemented', async (language) => {
  const source = supportFor(language).starter(SCALE_SCORES, 'en')
  const { verdict } = await submit({ graderRoot, language, source })
  expect(verdict).toMatchObject({
    kind: 'runtime-error',
    message: { en: expect.stringContaining('not implemented') },
  })
})
