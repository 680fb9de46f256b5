import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { afterAll, beforeAll } from 'vitest'
import type { ExerciseId } from '../../src/core/ids.ts'
import { openNursery } from '../../src/grader/run/nursery.ts'
import { buildGraders } from '../../tools/build-graders.ts'

export type Judging = ReturnType<typeof openJudging>

/** What the tests of a file judge these of the shipped exercises with, and share: it is there before the first and goes behind the last. */
export function openJudging(ids: readonly ExerciseId[]) {
  const graderRoot = mkdtempSync(join(tmpdir(), 'graders-of-tests-'))
  const nursery = openNursery()
  const notRun: string[] = []
  beforeAll(() => buildGraders('graders', graderRoot, ids))
  afterAll(async () => {
    await nursery[Symbol.asyncDispose]()
    rmSync(graderRoot, { recursive: true })
    for (const line of notRun) console.warn(`NOT RUN: ${line}`)
  })
  return {
    graderRoot,
    nursery,
    /** All share the processors. */
    limit: pLimit(availableParallelism()),
    /** For what a tool that this machine lacks should have judged; told at the end. */
    notRun,
  }
}
