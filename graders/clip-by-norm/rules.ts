import { CLIP_RULES, type ClipChoices, clipFactor, defineRules, euclideanNorm, f32, rounded } from '#kit'
import type { clipByNorm } from './reference.ts'

/** The mistakes people make in clipping by norm. */
export const rules = defineRules(clipWith, {
  number: {
    'by-value': {
      en: 'clipping by value: each number cut by itself; by norm one factor scales them all',
      zh: '按值裁剪的结果：逐个截断；按范数裁剪是所有数乘同一个系数',
      cards: ['sgd/clip-value-bends', 'vanishing-gradients/clip-value'],
      choice: (x, limit) => Math.min(Math.max(x, -limit), limit),
    },
  },
  ...CLIP_RULES,
})

interface Choices extends ClipChoices {
  /** Of each by itself, instead. */
  readonly number?: (x: number, limit: number) => number
}

function clipWith({
  norm = euclideanNorm,
  factor = clipFactor,
  number,
  ...choices
}: Choices): typeof clipByNorm {
  return ({ shape, data }, asked) => {
    const limit = choices.limit ?? asked
    const by = factor(norm([...data]), limit)
    const clipped = Array.from(data, (x) => rounded(number ? number(x, limit) : by * x, choices))
    return f32(shape, clipped)
  }
}
