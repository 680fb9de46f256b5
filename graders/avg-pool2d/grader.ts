import { defineGrader, poolingParts } from '#kit'
import { avgPool2d } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  ...poolingParts(avgPool2d),
  reference: avgPool2d,
  tolerance: {
    rtol: 1e-5,
    atol: 1e-4,
    why: 'in f32 a sum of 256 values of up to 100 is rounded by at most 8e-4 at each step, and its mean, a 256th of it, by about 1e-5.',
  },
  performance: {
    lean: {
      en: 'Besides the padded map and the result nothing must be held: the windows overlap, and a copy of each of them takes ksize * ksize times the memory.',
      zh: '除了填充后的特征图和结果之外什么都不必保存：窗口互相重叠，把每个窗口都复制一份要占 ksize * ksize 倍的内存。',
      cards: ['convolutions/im2col'],
    },
  },
  rules,
})
