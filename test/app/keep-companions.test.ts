import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { keepCompanions } from '../../src/app/keep-companions.ts'
import type { Exercise, Language } from '../../src/core/exercise.ts'
import type { ExerciseId } from '../../src/core/ids.ts'
import { parseSignature } from '../../src/core/signature.ts'
import { buildTestGraders } from '../grader/scale-scores.ts'

const EXERCISE: Exercise = {
  id: 'adam' as ExerciseId,
  title: { en: 'Adam', zh: 'Adam' },
  topic: 'adam',
  signature: parseSignature('(params: f32[P], beta1: f64) -> {params: f32[P], squareAvg: f32[P]}'),
  difficulty: 'easy',
  minutes: 5,
  prerequisites: [],
  budget: undefined,
  hints: [],
}

let folder: string
let graders: string
beforeAll(async () => {
  graders = await buildTestGraders()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'companions-'))
})

function keep(language: Language, exercise = EXERCISE): void {
  const folders = { graders } as Parameters<typeof keepCompanions>[0]['folders']
  keepCompanions({ folders }, { exercise, language, path: join(folder, 'solution') })
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

test('types lie beside the file of each language', () => {
  keep('ts')
  expect(read('anneal.d.ts')).toMatchInlineSnapshot(`
    "// What starters in TypeScript and JavaScript import, for editors and type checkers. Anneal keeps this file up to date.

    /** An n-dimensional array, row-major: \`data\` has as many elements as the lengths in \`shape\` multiplied. */
    export interface NdArray<Data> {
      readonly shape: readonly number[]
      readonly data: Data
    }

    export interface AdamResult {
      /** shape [P] */
      readonly params: NdArray<Float32Array>
      /** shape [P] */
      readonly squareAvg: NdArray<Float32Array>
    }
    "
  `)
  keep('py')
  expect(read('anneal.pyi')).toMatchInlineSnapshot(`
    "# What starters in Python import, for editors and type checkers. Anneal keeps this file up to date.

    from typing import TypedDict

    import numpy as np
    from numpy.typing import NDArray

    F32Array = NDArray[np.float32]

    AdamResult = TypedDict(
        "AdamResult",
        {
            "params": F32Array,  # shape (P,)
            "square_avg": F32Array,  # shape (P,)
        },
    )
    "
  `)
  keep('cpp')
  expect(read('anneal.hpp')).toContain('struct NdArray')
  const names = globSync('*', { cwd: folder }).sort()
  expect(names).toEqual(['anneal.d.ts', 'anneal.hpp', 'anneal.py', 'anneal.pyi'])
})

test('they are brought up to date, and a file of the learner that has the name stays as it is', () => {
  keep('js')
  const [first, ...rest] = read('anneal.d.ts').split('\n')
  writeFileSync(join(folder, 'anneal.d.ts'), `${first}\nof an older version\n`)
  keep('js')
  expect(read('anneal.d.ts').split('\n').slice(1)).toEqual(rest)
  writeFileSync(join(folder, 'anneal.d.ts'), 'my own\n')
  keep('js')
  expect(read('anneal.d.ts')).toBe('my own\n')
})

test('where a signature has neither arrays nor records, there is nothing to declare', () => {
  const signature = parseSignature('(n: int) -> f64')
  for (const language of ['ts', 'js', 'py'] as const) keep(language, { ...EXERCISE, signature })
  expect(globSync('*', { cwd: folder })).toEqual([])
})
