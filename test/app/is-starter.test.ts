import { describe, expect, test } from 'vitest'
import { isStarter } from '../../src/app/is-starter.ts'
import { type Exercise, LANGUAGES, type Language } from '../../src/core/exercise.ts'
import { LOCALES } from '../../src/core/locale.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import { SCALE_SCORES } from '../grader/scale-scores.ts'
import { shippedExercises } from '../shipped-exercises.ts'

const starters = [SCALE_SCORES, ...shippedExercises()].flatMap((exercise) =>
  LANGUAGES.flatMap((language) => {
    const { starter, torchStarter = starter } = supportFor(language)
    return LOCALES.flatMap((locale) =>
      [starter, torchStarter].map((made) => ({ exercise, language, text: made(exercise, locale) })),
    )
  }),
)

const is = (exercise: Exercise, language: Language, text: string) =>
  isStarter({ exercise, language, path: '' }, text)

/** Code that runs: a helper, and a body. */
const CODE: { readonly [L in Language]: { readonly helper: string; readonly body: string } } = {
  ts: { helper: 'function half(x: number): number { return x / 2 }\n', body: 'return half(2)' },
  js: { helper: 'const half = (x) => x / 2\n', body: 'return half(2)' },
  py: { helper: 'def half(x):\n    return x / 2\n', body: 'return half(2)' },
  cpp: { helper: 'double half(double x) { return x / 2; }\n', body: 'return half(2);' },
}

describe.each(LANGUAGES)('in %s', (only) => {
  const own = starters.filter(({ language }) => language === only)
  const NOT_IMPLEMENTED = /\S.*not implemented.*/

  test('every starter is one, in either language, also as an editor formats it', () => {
    expect(own.length).toBeGreaterThan(10)
    for (const { exercise, language, text } of own) {
      expect(is(exercise, language, text), exercise.id).toBe(true)
      expect(is(exercise, language, text.replaceAll("'", '"')), exercise.id).toBe(true)
    }
  })

  test('none is one any more in which there is code, before the function, in it or behind it', () => {
    const { helper, body } = CODE[only]
    for (const { exercise, language, text } of own) {
      const written = [
        text.replace(NOT_IMPLEMENTED, body),
        text.replace(NOT_IMPLEMENTED, (line) => `${body}\n    ${line}`),
        helper + text,
        `${text}\n${helper}`,
      ]
      for (const one of written) expect(is(exercise, language, one), one).toBe(false)
    }
  })
})

/** As the first version wrote them: with other types, and Python's parameters as the signature has them. */
const OLD: { readonly [L in Language]: string } = {
  ts: `/**
 * Scale scores.
 *
 * scores: Float64Array, shape [N]
 */
export function scaleScores(
  scores: { shape: readonly number[]; data: Float64Array },
  options: { power: number; negate: boolean; name: string },
): { total: number; scaled: { shape: readonly number[]; data: Float64Array } } {
  throw new Error('not implemented')
}
`,
  js: `/**
 * Scale scores.
 *
 * @param {{ shape: number[], data: Float64Array }} scores
 */
export function scaleScores(scores, options) {
  throw new Error('not implemented')
}
`,
  py: `import numpy as np


def scale_scores(scores: np.ndarray, options: dict) -> dict:
    """Scale scores.

    scores: float64, shape (N,)
    """
    raise NotImplementedError('not implemented')
`,
  cpp: `#include "anneal.hpp"

struct Options {
  int power;
  bool negate;
};

/** Scale scores. */
ScaleScoresResult scale_scores(const NdArray<double>& scores, const Options& options) {
  throw std::logic_error("not implemented");
}
`,
}

test.each(LANGUAGES)('a starter that an older version wrote is one: %s', (language) => {
  expect(is(SCALE_SCORES, language, OLD[language])).toBe(true)
  expect(is(SCALE_SCORES, language, `${OLD[language]}${CODE[language].helper}`)).toBe(false)
})
