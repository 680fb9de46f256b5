import { CLIP_RULES, type ClipChoices, clipFactor, defineRules, euclideanNorm, f32, rounded } from '#kit'
import { layersOf } from './layers.ts'
import type { clipByGlobalNorm } from './reference.ts'

/** The mistakes people make in clipping by the global norm; the sum of norms is how a manual words it. */
export const rules = defineRules(clipWith, {
  layers: {
    'each-by-own-norm': {
      en: "each layer clipped by its own norm; one factor, from the norm of all, keeps the gradient's direction",
      zh: '每层各按自己的范数裁剪的梯度；应由全部梯度的范数得到同一个系数，方向才不变',
      cards: ['vanishing-gradients/clip-global-why'],
      choice: 'apart',
    },
    'sum-of-norms': {
      en: "gradients clipped by the sum of the layers' norms; the global norm is the root of the sum of their squares",
      zh: '按各层范数之和裁剪的梯度；全局范数是各层范数的平方和再开方',
      cards: ['vanishing-gradients/clip-global-numeric'],
      choice: (norms) => norms.reduce((sum, norm) => sum + norm, 0),
    },
    'largest-layer-norm': {
      en: "gradients clipped by the largest of the layers' norms; the global norm is that of all numbers together",
      zh: '按各层范数中最大者裁剪的梯度；全局范数是所有数合在一起的范数',
      cards: ['vanishing-gradients/clip-global-why', 'vanishing-gradients/clip-global-numeric'],
      choice: (norms) => Math.max(0, ...norms),
    },
    'mean-of-norms': {
      en: "gradients clipped by the mean of the layers' norms; the global norm is that of all numbers together",
      zh: '按各层范数的平均值裁剪的梯度；全局范数是所有数合在一起的范数',
      cards: ['vanishing-gradients/clip-global-numeric'],
      choice: (norms) => norms.reduce((sum, norm) => sum + norm, 0) / norms.length,
    },
  },
  returned: {
    'norm-after-clipping': {
      en: 'the norm after clipping; return the one before',
      zh: '裁剪之后的范数；应返回裁剪之前的',
      cards: ['vanishing-gradients/clip-norm'],
      choice: (norm, limit) => Math.min(norm, limit),
    },
    'factor-returned': {
      en: 'the factor, returned as the norm',
      zh: '被当作范数返回的系数',
      cards: ['vanishing-gradients/clip-norm'],
      choice: (norm, limit) => Math.min(1, limit / norm),
    },
  },
  ...CLIP_RULES,
})

interface Choices extends ClipChoices {
  /** The norm of all, from those of the layers. */
  readonly layers?: 'apart' | ((norms: readonly number[]) => number)
  readonly returned?: (norm: number, limit: number) => number
}

function clipWith({
  layers,
  norm = euclideanNorm,
  factor = clipFactor,
  returned = (before) => before,
  number,
  ...choices
}: Choices): typeof clipByGlobalNorm {
  return ({ shape, data }, sizes, asked) => {
    const limit = choices.limit ?? asked
    const parts = layersOf(data, sizes.data)
    const whole = typeof layers === 'function' ? layers(parts.map(norm)) : norm([...data])
    const clipped = parts.flatMap((part) => {
      const by = factor(layers === 'apart' ? norm(part) : whole, limit)
      return part.map((x) => rounded(number ? number(x, limit) : by * x, choices))
    })
    return { grads: f32(shape, clipped), norm: rounded(returned(whole, limit), choices) }
  }
}
