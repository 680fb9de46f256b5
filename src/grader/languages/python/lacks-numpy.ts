import type { Exercise } from '../../../core/exercise.ts'
import type { Text } from '../../../core/locale.ts'
import { Problem } from '../../../core/problem.ts'
import type { Greeting } from '../../protocol/answers.ts'
import type { Tool } from '../../protocol/language.ts'
import { dtypesOf } from '../../protocol/named-types.ts'
import { askPython, lookForNumpy } from './find-python.ts'

export function lacksNumpy(
  tool: Tool,
  { version, facts }: Greeting,
  exercise: Exercise,
): Problem | undefined {
  return typeof facts['numpy'] !== 'string' && usesNumpy(exercise)
    ? noNumpy(tool, version, FOR_EXERCISE)
    : undefined
}

export async function lacksNumpyHere(tool: Tool, exercise: Exercise): Promise<Problem | undefined> {
  if (!usesNumpy(exercise)) return undefined
  const { version, isThere } = await lookForNumpy(tool)
  return isThere ? undefined : noNumpy(tool, version, FOR_EXERCISE)
}

export async function lacksNumpyForMost(tool: Tool): Promise<Problem | undefined> {
  const { version, numpy } = await askPython(tool)
  return numpy === undefined ? noNumpy(tool, version, FOR_MOST) : undefined
}

function usesNumpy(exercise: Exercise): boolean {
  return dtypesOf(exercise).length > 0
}

function noNumpy({ path }: Tool, version: string, { why, remedy }: Need): Problem {
  return new Problem(
    {
      en: `Python ${version} (${path}) has no numpy, and ${why.en}.`,
      zh: `Python ${version}（${path}）没有安装 numpy，而${why.zh}。`,
    },
    { remedy },
  )
}

interface Need {
  readonly why: Text
  readonly remedy: Text
}

const FOR_EXERCISE: Need = {
  why: { en: 'this exercise needs it', zh: '这道练习需要它' },
  remedy: {
    en: 'Run `anneal config python --make` for an environment of its own, or name a Python that has it by `anneal config python PATH`.',
    zh: '请运行 `anneal config python --make` 自建一个环境，或用 `anneal config python PATH` 指定装有 numpy 的 Python。',
  },
}

const FOR_MOST: Need = {
  why: { en: 'most exercises need it', zh: '多数练习需要它' },
  remedy: {
    en: 'Set ANNEAL_PYTHON to one that has it (`anneal config python --make` makes one and prints its path), and start again.',
    zh: '请把 ANNEAL_PYTHON 设为装有 numpy 的 Python（`anneal config python --make` 可新建一个并打印其路径），然后重新启动。',
  },
}
