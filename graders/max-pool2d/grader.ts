import { defineGrader, poolingParts } from '#kit'
import { maxPool2d } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  ...poolingParts(maxPool2d),
  reference: maxPool2d,
  tolerance: { rtol: 0, atol: 0, why: 'a maximum is one of the values' },
  performance: {
    lean: {
      en: 'Besides the padded map and the result nothing must be held: the windows overlap, and a copy of each of them takes ksize * ksize times the memory.',
      zh: '除了填充后的特征图和结果之外什么都不必保存：窗口互相重叠，把每个窗口都复制一份要占 ksize * ksize 倍的内存。',
      cards: ['convolutions/im2col'],
    },
  },
  rules,
})
