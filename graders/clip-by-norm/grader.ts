import {
  CLIP_CASES,
  CLIP_RELATIONS,
  CLIP_TOLERANCE,
  CLIP_TRAITS,
  defineGrader,
  drawClip,
  euclideanNorm,
  f32,
} from '#kit'
import { clipByNorm } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: clipByNorm,
  examples: [[f32([2], [3, -4]), 2.5]],
  cases: [...CLIP_CASES, [{ en: 'far beyond the limit', zh: '远超上限' }, f32([2], [1e6, -1e6]), 0.001]],
  random: drawClip,
  relations: CLIP_RELATIONS,
  tolerance: CLIP_TOLERANCE,
  performance: {
    lean: {
      en: 'The norm is one number, and the result one array of P numbers; nothing else needs to be held.',
      zh: '范数只是一个数，结果是一个长为 P 的数组，不需要保存别的东西。',
      cards: ['vanishing-gradients/clip-norm'],
    },
  },
  rules,
  traits: [
    ...CLIP_TRAITS,
    {
      text: { en: 'the norm is at most limit', zh: '范数不超过 limit' },
      holds: ({ data }, limit) => euclideanNorm([...data]) <= limit,
    },
    {
      text: { en: 'the norm is above limit', zh: '范数超过 limit' },
      holds: ({ data }, limit) => euclideanNorm([...data]) > limit,
    },
  ],
})
