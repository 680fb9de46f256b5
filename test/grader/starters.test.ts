import { beforeAll, expect, test } from 'vitest'
import type { Language } from '../../src/core/exercise.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import { buildTestGraders, SCALE_SCORES, submit } from './scale-scores.ts'

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

test('a starter says what goes in and out, from the signature', () => {
  expect(supportFor('py').starter(SCALE_SCORES, 'zh')).toMatchInlineSnapshot(`
    "import numpy as np


    def scale_scores(scores: np.ndarray, options: dict) -> dict:
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
    "/**
     * Scale scores.
     *
     * scores: Float64Array, shape [N]
     * options.power: a whole number
     * options.negate: a boolean
     * options.name: a string
     * returns.total: a number
     * returns.scaled: Float64Array, shape [N]
     * returns.kept: Int32Array, shape [K]
     * returns.label: a string
     * returns.any: a boolean
     *
     * Arrays are row-major. Return new arrays, and leave the arguments as they are.
     */
    export function scaleScores(
      scores: { shape: readonly number[]; data: Float64Array },
      options: { power: number; negate: boolean; name: string },
    ): { total: number; scaled: { shape: readonly number[]; data: Float64Array }; kept: { shape: readonly number[]; data: Int32Array }; label: string; any: boolean } {
      throw new Error('not implemented')
    }
    "
  `)
  expect(supportFor('js').starter(SCALE_SCORES, 'en')).toMatchInlineSnapshot(`
    "/**
     * Scale scores.
     *
     * scores: Float64Array, shape [N]
     * options.power: a whole number
     * options.negate: a boolean
     * options.name: a string
     * returns.total: a number
     * returns.scaled: Float64Array, shape [N]
     * returns.kept: Int32Array, shape [K]
     * returns.label: a string
     * returns.any: a boolean
     *
     * Arrays are row-major. Return new arrays, and leave the arguments as they are.
     */
    export function scaleScores(scores, options) {
      throw new Error('not implemented')
    }
    "
  `)
})

test.each<Language>(['ts', 'js', 'py', 'cpp'])(
  'the starter in %s runs, and says that it is not implemented',
  async (language) => {
    const source = supportFor(language).starter(SCALE_SCORES, 'en')
    const { verdict } = await submit({ graderRoot, language, source })
    expect(verdict).toMatchObject({
      kind: 'runtime-error',
      message: { en: expect.stringContaining('not implemented') },
    })
  },
)
