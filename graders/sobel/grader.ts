import {
  defineGrader,
  drawImage,
  f32,
  imageCases,
  imageTraits,
  mirroredImage,
  scaledImage,
  transposedImage,
} from '#kit'
import { sobel } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: sobel,
  examples: [[f32([3, 4], [10, 20, 40, 40, 10, 30, 80, 70, 20, 60, 90, 100])]],
  cases: [
    ...imageCases(),
    [{ en: 'darker to the right', zh: '向右变暗' }, f32([3, 5], (at) => -20 * (at % 5))],
    [{ en: 'brighter downwards', zh: '向下变亮' }, f32([5, 3], (at) => 20 * Math.floor(at / 3))],
    [{ en: 'diagonal edge', zh: '斜边缘' }, f32([5, 5], (at) => (at % 5 > Math.floor(at / 5) ? 90 : 0))],
    [{ en: 'two rows', zh: '两行' }, f32([2, 4], [1, 5, 2, 9, 7, 0, 3, 4])],
    [{ en: 'two columns', zh: '两列' }, f32([4, 2], [1, 5, 2, 9, 7, 0, 3, 4])],
  ],
  random: (random) => [drawImage(random)],
  relations: [
    {
      name: { en: 'transposed', zh: '转置' },
      change: (_, image) => ({
        args: [transposedImage(image)],
        answer: ({ gx, gy, magnitude }) => ({
          gx: transposedImage(gy),
          gy: transposedImage(gx),
          magnitude: transposedImage(magnitude),
        }),
      }),
    },
    {
      name: { en: 'mirrored', zh: '左右镜像' },
      change: (_, image) => ({
        args: [mirroredImage(image)],
        answer: ({ gx, gy, magnitude }) => ({
          gx: scaledImage(mirroredImage(gx), -1),
          gy: mirroredImage(gy),
          magnitude: mirroredImage(magnitude),
        }),
      }),
    },
  ],
  tolerance: {
    rtol: 1e-5,
    atol: 1e-3,
    why: 'f32 sums of eight values of up to 510 round by 1.2e-4 at each step.',
  },
  rules,
  traits: [
    ...imageTraits(),
    {
      text: { en: 'a side of the image has length 2', zh: '图像有一边长度为 2' },
      holds: ({ shape }) => shape.includes(2),
    },
  ],
})
