import { CLIP_CASES, CLIP_RELATIONS, CLIP_TRAITS, defineGrader, drawClip, f32 } from '#kit'
import { clipByValue } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: clipByValue,
  examples: [[f32([3], [-3, 0.5, 2]), 1]],
  cases: [
    ...CLIP_CASES,
    [{ en: 'limit 0', zh: '上限为 0' }, f32([3], [-1, 0, 1]), 0],
    [{ en: 'very large on both sides', zh: '两侧都很大' }, f32([2], [-1000, 1000]), 0.5],
    [{ en: 'at both bounds', zh: '恰好在两个边界上' }, f32([2], [-2, 2]), 2],
    [{ en: 'all below', zh: '全部低于下界' }, f32([2], [-5, -7]), 2],
    [{ en: 'all above', zh: '全部高于上界' }, f32([2], [5, 7]), 2],
  ],
  random: drawClip,
  relations: CLIP_RELATIONS,
  tolerance: { rtol: 1e-6, atol: 0, why: 'f32 has the limit to 6e-8 of its size; all else is copied.' },
  performance: {
    lean: {
      en: 'The result is one array of P numbers; nothing else needs to be held.',
      zh: '结果只是一个长为 P 的数组，不需要保存别的东西。',
      cards: ['vanishing-gradients/clip-value'],
    },
  },
  rules,
  traits: [
    ...CLIP_TRAITS,
    {
      text: { en: 'a number is below -limit', zh: '有数小于 -limit' },
      holds: ({ data }, limit) => data.some((x) => x < -limit),
    },
    {
      text: { en: 'a number is above limit', zh: '有数大于 limit' },
      holds: ({ data }, limit) => data.some((x) => x > limit),
    },
  ],
})
