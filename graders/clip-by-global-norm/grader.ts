import {
  CLIP_CASES,
  CLIP_TOLERANCE,
  CLIP_TRAITS,
  type ClipInputs,
  defineGrader,
  drawClip,
  euclideanNorm,
  f32,
  fewer,
  i32,
  multiplied,
  type Nd,
  type Random,
} from '#kit'
import { layersOf } from './layers.ts'
import { clipByGlobalNorm } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: clipByGlobalNorm,
  examples: [[f32([4], [3, 0, 4, 12]), i32([2], [2, 2]), 6.5]],
  cases: [
    ...CLIP_CASES.map(([name, grad, limit]) => [name, ...inOneLayer([grad, limit])] as const),
    [
      { en: 'each layer within the limit, all of them beyond', zh: '每层都未超限，合起来超限' },
      ...inLayers([1, 1, 1, 1], [2, -2, 2, -2], 3),
    ],
    [
      { en: 'a large layer and a small one', zh: '一层很大、一层很小' },
      ...inLayers([2, 2], [300, 400, 0.3, 0.4], 5),
    ],
    [{ en: 'layers without parameters', zh: '有的层没有参数' }, ...inLayers([0, 2, 0, 1, 0], [2, 3, 6], 3.5)],
    [{ en: 'three empty layers', zh: '3 个空层' }, ...inLayers([0, 0, 0], [], 1)],
    [{ en: 'far beyond the limit', zh: '远超上限' }, ...inLayers([1, 1], [1e6, -1e6], 0.001)],
    [
      { en: 'one layer of 256 parameters', zh: '1 层，256 个参数' },
      ...inOneLayer([f32([256], (at) => (at % 3) - 1), 6]),
    ],
  ],
  random: (random) => {
    const [grads, limit] = drawClip(random)
    return [grads, drawSizes(random, grads.data.length, random.int(1, 5)), limit]
  },
  settle: (random, grads, { data }, limit) => [
    grads,
    drawSizes(random, grads.data.length, data.length),
    limit,
  ],
  valid: ({ data }, sizes) => sizes.data.reduce((sum, size) => sum + size, 0) === data.length,
  shrink: function* (grads, sizes, limit) {
    for (const layers of fewer(layersOf(grads.data, sizes.data))) {
      if (layers.length > 0)
        yield [
          ...inLayers(
            layers.map(({ length }) => length),
            layers.flat(),
            limit,
          ),
        ]
    }
  },
  relations: [
    {
      name: { en: 'all in one layer', zh: '合并为一层' },
      change: (_, grads, _sizes, limit) => ({ args: inOneLayer([grads, limit]) }),
    },
    {
      name: { en: 'gradients and limit doubled', zh: '梯度和上限都加倍' },
      change: (_, grads, sizes, limit) => ({
        args: [multiplied(grads, 2), sizes, 2 * limit],
        answer: ({ grads: clipped, norm }) => ({ grads: multiplied(clipped, 2), norm: 2 * norm }),
      }),
    },
  ],
  tolerance: CLIP_TOLERANCE,
  performance: {
    lean: {
      en: 'The norm is one number, and the result one array of P numbers; the layers need not be copied.',
      zh: '范数只是一个数，结果是一个长为 P 的数组，不必把各层复制出来。',
      cards: ['vanishing-gradients/clip-global-why'],
    },
  },
  rules,
  traits: [
    ...CLIP_TRAITS,
    {
      text: { en: 'there is more than one layer', zh: '不止一层' },
      holds: (_, { data }) => data.length > 1,
    },
    {
      text: { en: 'the global norm is at most limit', zh: '全局范数不超过 limit' },
      holds: ({ data }, _, limit) => euclideanNorm([...data]) <= limit,
    },
  ],
})

type Args = readonly [grads: Nd<'f32'>, sizes: Nd<'i32'>, limit: number]

function inOneLayer([grad, limit]: ClipInputs): Args {
  return [grad, i32([1], [grad.data.length]), limit]
}

function inLayers(sizes: readonly number[], grads: readonly number[], limit: number): Args {
  return [f32([grads.length], grads), i32([sizes.length], sizes), limit]
}

/** So many numbers cut into so many layers, some of them empty. */
function drawSizes(random: Random, total: number, count: number): Nd<'i32'> {
  const cuts = Array.from({ length: count - 1 }, () => random.int(0, total)).sort((a, b) => a - b)
  const ends = [...cuts, total]
  return i32([count], (at) => (ends[at] ?? 0) - (ends[at - 1] ?? 0))
}
