import { join, relative } from 'node:path'
import type { LimitFunction } from 'p-limit'
import { describeMutation } from '../../author/mutate/describe-mutation.ts'
import { mutateExercise } from '../../author/mutate/mutate-exercise.ts'
import type { Exercise } from '../../core/exercise.ts'
import { Problem } from '../../core/problem.ts'
import { print } from '../print.ts'

/** Asks of each exercise whether its cases tell every mutant of its reference. Exit status 1 when they do not. */
export async function mutate(
  exercises: readonly Exercise[],
  clone: string,
  graderRoot: string,
  limit: LimitFunction,
): Promise<void> {
  await demandInstrumenter()
  const wrong = exercises.map((exercise) =>
    limit(async () => {
      const folder = relative('.', join(clone, 'graders', exercise.id))
      const mutation = await mutateExercise({ exercise, folder, sources: join(clone, 'src'), graderRoot })
      const { wrong, lines } = describeMutation(exercise.id, folder, mutation)
      for (const line of lines) print(line)
      return wrong
    }),
  )
  const total = (await Promise.all(wrong)).reduce((sum, one) => sum + one, 0)
  print(total === 0 ? 'Every mutant is told or equivalent.' : `${total} to be mended.`)
  if (total > 0) process.exitCode = 1
}

/** A development dependency, as esbuild is. */
async function demandInstrumenter(): Promise<void> {
  try {
    await import('@stryker-mutator/instrumenter')
  } catch (cause) {
    throw new Problem(
      {
        en: 'The package @stryker-mutator/instrumenter, which makes the mutants, is not installed.',
        zh: '未安装生成变异体的包 @stryker-mutator/instrumenter。',
      },
      { remedy: { en: 'Run `npm ci` in the clone.', zh: '请在克隆的仓库中运行 `npm ci`。' }, cause },
    )
  }
}
