import { join, relative } from 'node:path'
import type { LimitFunction } from 'p-limit'
import { describeMutation } from '../../author/mutate/describe-mutation.ts'
import { mutateExercise } from '../../author/mutate/mutate-exercise.ts'
import { Problem } from '../../core/problem.ts'
import { sum } from '../../core/sum.ts'
import { findClone } from '../find-clone.ts'
import type { Places } from '../folders.ts'
import { print } from '../print.ts'
import type { Sourced } from './verify.ts'

/** Asks of each exercise whether its cases tell every mutant of its reference. Exit status 1 when they do not. */
export async function mutate(
  wanted: readonly Sourced[],
  { builtIn }: Places,
  limit: LimitFunction,
): Promise<void> {
  const clone = findClone(builtIn)
  if (clone === undefined) throw noSources()
  await demandInstrumenter()
  const wrong = wanted.map(({ exercise, sources: { folder: whole, graderRoot } }) =>
    limit(async () => {
      const folder = relative('.', whole)
      const mutation = await mutateExercise({ exercise, folder, sources: join(clone, 'src'), graderRoot })
      const { wrong, lines } = describeMutation(exercise.id, folder, mutation)
      for (const line of lines) print(line)
      return wrong
    }),
  )
  const total = sum(await Promise.all(wrong))
  print(total === 0 ? 'Every mutant is told or equivalent.' : `${total} to be mended.`)
  if (total > 0) process.exitCode = 1
}

function noSources(): Problem {
  return new Problem(
    {
      en: 'The mutants are made and tried by what is not part of an installed Anneal.',
      zh: '安装的 Anneal 不含生成和测试变异体的工具。',
    },
    {
      remedy: {
        en: 'Run it in a clone of its repository: `npm start -- verify --mutate ID`.',
        zh: '请在克隆的仓库中运行：`npm start -- verify --mutate ID`。',
      },
    },
  )
}

/** A development dependency. */
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
