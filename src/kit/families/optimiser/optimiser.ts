import type { Text } from '../../../core/locale.ts'
import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'
import type { NamedArgs, Trait } from '../../define-grader.ts'
import { uniformNoise } from '../../noise.ts'
import { type RoundingChoices, rounded } from '../../rounding-rules.ts'

/**
 * What every optimiser begins its arguments with: the parameters, and the gradients of all steps, which do not depend
 * on them.
 */
export type StepInputs = readonly [params: Nd<'f32'>, grads: Nd<'f32'>]

/** @param what is put behind the names, where an optimiser has the cases in several settings */
export function optimiserCases<const Settings extends readonly unknown[]>(
  settings: Settings,
  what?: Text,
): readonly NamedArgs<readonly [...StepInputs, ...Settings]>[] {
  return STEPS.map(([{ en, zh }, params, grads]) => [
    what ? { en: `${en}, ${what.en}`, zh: `${zh}，${what.zh}` } : { en, zh },
    f32([params.length], params),
    f32([grads.length / params.length, params.length], grads),
    ...settings,
  ])
}

/** For those that divide by an average of squares: steps of which each wants an lr and an eps of its own. */
export function adaptiveCases<const Settings extends readonly unknown[]>(
  settings: (lr: number, eps: number) => Settings,
): readonly NamedArgs<readonly [...StepInputs, ...Settings]>[] {
  return [
    [
      { en: 'two parameters, two steps', zh: '2 个参数，2 步' },
      f32([2], [1, -2]),
      f32([2, 2], [1, 2, -1, 4]),
      ...settings(0.01, 1e-8),
    ],
    [{ en: 'large eps', zh: '较大的 eps' }, f32([2], 0), f32([2, 2], [1, -3, 1, 2]), ...settings(0.1, 0.5)],
    [
      { en: 'gradients as small as eps', zh: '梯度小到与 eps 相当' },
      f32([2], [1, 2]),
      f32([3, 2], [1e-8, 1e-4, 2e-8, -1e-4, 1e-8, 3e-4]),
      ...settings(0.01, 1e-8),
    ],
    [{ en: 'a hundred steps', zh: '100 步' }, f32([1], 0), f32([100, 1], Math.sin), ...settings(0.01, 1e-8)],
  ]
}

const STEPS: readonly (readonly [name: Text, params: readonly number[], grads: readonly number[]])[] = [
  [{ en: 'one parameter, one step', zh: '1 个参数，1 步' }, [1], [0.5]],
  [{ en: 'one parameter, two steps', zh: '1 个参数，2 步' }, [1], [1, -0.5]],
  [{ en: 'no step', zh: '0 步' }, [1, 2, 3], []],
  [{ en: 'no gradient at all', zh: '梯度全为 0' }, [1, -1], [0, 0, 0, 0]],
  [{ en: 'gradient in the first step only', zh: '仅第 1 步有梯度' }, [1], [1, 0, 0, 0]],
  [{ en: 'gradient in the third step only', zh: '仅第 3 步有梯度' }, [1], [0, 0, 1, 0, 0]],
  [{ en: 'large constant gradient', zh: '恒定的大梯度' }, [5], [10, 10, 10, 10]],
]

/** Gradients of order 1 or far smaller, where an eps counts; or mostly zero, as an embedding's are. */
export function drawSteps(random: Random): StepInputs {
  const [size, steps] = [random.int(1, 12), random.pick([1, 2, 3, 5, 10, 30])]
  const [scale, density] = [random.pick([1, 1, 1e-2, 1e-4]), random.pick([1, 1, 0.3])]
  const gradient = () => (random.real() < density ? scale * random.normal() : 0)
  return [f32([size], random.normal), f32([steps, size], gradient)]
}

/** For a budget. */
export function manySteps(random: Random, steps: number): StepInputs {
  return [uniformNoise(random, [10_000], 1), uniformNoise(random, [steps, 10_000], 1)]
}

/**
 * For wrong choices: an optimiser that takes all steps of one parameter before the next, in double precision,
 * so that it shares nothing with the reference. What it keeps of a parameter, it returns as arrays.
 * @param step the parameter and its state after a step, counted from 1
 */
export function eachParameter<State extends { readonly [name: string]: number }>(
  [params, grads]: StepInputs,
  start: State,
  choices: RoundingChoices,
  step: (p: number, state: State, g: number, t: number) => readonly [p: number, state: State],
): { readonly [field in keyof State | 'params']: Nd<'f32'> } {
  const { shape, data } = params
  const ends = Array.from(data, (p, at) => {
    let state = start
    for (let t = 1; t <= (grads.shape[0] ?? 0); t++)
      [p, state] = step(p, state, grads.data[(t - 1) * data.length + at] ?? 0, t)
    return { ...state, params: p }
  })
  const fields = [...Object.keys(start), 'params'].map((name) => [
    name,
    f32(shape, (at) => rounded(ends[at]?.[name] ?? 0, choices)),
  ])
  return Object.fromEntries(fields)
}

export function optimiserTraits(): readonly Trait<readonly [...StepInputs, ...unknown[]]>[] {
  return [
    {
      text: { en: 'there is more than one step', zh: '步数大于 1' },
      holds: (_, { shape: [steps = 0] }) => steps > 1,
    },
    {
      text: { en: 'there is more than one parameter', zh: '参数多于 1 个' },
      holds: ({ data }) => data.length > 1,
    },
    { text: { en: 'a gradient is zero', zh: '有梯度为零' }, holds: (_, { data }) => data.includes(0) },
  ]
}

/** A trait of what divides by a root and eps: beside a large one a small root does not show. */
export const LARGE_EPS: Text = { en: 'eps is 0.001 or more', zh: 'eps 不小于 0.001' }

export function isLargeEps(eps: number): boolean {
  return eps >= 1e-3
}
