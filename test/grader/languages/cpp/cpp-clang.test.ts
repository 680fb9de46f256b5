import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Verdict } from '../../../../src/core/verdict.ts'
import { findOnPath } from '../../../../src/grader/run/find-on-path.ts'
import { DEFAULT_LIMITS } from '../../../../src/grader/run/limits.ts'
import { buildTestGraders, rightCpp, submit } from '../../scale-scores.ts'

/** All of cpp.test.ts runs with it too: CXX=clang++. */
describe.skipIf(findOnPath('clang++') === undefined)('with clang++', () => {
  let graderRoot: string
  beforeAll(async () => {
    graderRoot = await buildTestGraders()
  })
  beforeEach(() => {
    vi.stubEnv('CXX', 'clang++')
    return () => vi.unstubAllEnvs()
  })

  async function verdictOn(source: string): Promise<Verdict> {
    const { verdict } = await submit({ graderRoot, language: 'cpp', source, limits: DEFAULT_LIMITS })
    return verdict
  }

  test('a right answer is accepted', async () => {
    expect((await verdictOn(rightCpp())).kind).toBe('accepted')
  })

  test.each([
    [
      rightCpp({ before: 'int x = nothing;' }),
      /^scores\.cpp:6:11: error: use of undeclared identifier 'nothing'\n/,
    ],
    ['#include "anneal.hpp"\nint other;\n', /^The file has no function scale_scores: /],
    [
      `int helper(int);\n${rightCpp({ before: 'helper(1);' })}`,
      /^helper\(int\) is declared and used, but not defined\.$/,
    ],
  ])('what does not compile is told with the learner’s own line: %#', async (source, message) => {
    const told = { kind: 'compile-error', message: { en: expect.stringMatching(message) } }
    expect(await verdictOn(source)).toMatchObject(told)
  })

  test.each([
    [
      'volatile int k = -1; volatile double x = scores.data[k];',
      'uses index -1 of a container that is empty.',
    ],
    [
      'std::function<int(int)> f = [&](int n) { volatile char pad[64]; pad[0] = 1; return f(n + 1) + pad[0]; }; volatile int y = f(1);',
      'calls itself without end: the stack is full.',
    ],
  ])('a crash is told with it too: %s', async (before, en) => {
    const told = { kind: 'runtime-error', message: { en: expect.stringContaining(`scores.cpp:6 ${en}\n`) } }
    expect(await verdictOn(rightCpp({ before }))).toMatchObject(told)
  })
})
