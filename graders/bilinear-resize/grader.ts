import { defineGrader, drawImage, f32, imageCases, imageTraits, mirroredImage, transposedImage } from '#kit'
import { bilinearResize } from './reference.ts'
import { rules } from './rules.ts'

const line = f32([1, 4], [0, 10, 40, 20])

export const grader = defineGrader({
  reference: bilinearResize,
  examples: [[f32([2, 2], [10, 20, 30, 40]), 3, 4]],
  cases: [
    ...imageCases(4, 3),
    [{ en: 'the same size', zh: '尺寸不变' }, f32([2, 3], [3, 1, -4, 1, 5, 9]), 2, 3],
    [{ en: 'half the width', zh: '宽度减半' }, line, 1, 2],
    [{ en: 'twice the width', zh: '宽度加倍' }, line, 1, 8],
    [{ en: 'a third of the width', zh: '宽度变为三分之一' }, f32([1, 6], [0, 10, 40, 20, 90, -30]), 1, 2],
    [{ en: 'down to one pixel', zh: '缩小到一个像素' }, f32([4, 4], (at) => at * at), 1, 1],
    [{ en: 'higher and narrower', zh: '变高变窄' }, f32([2, 5], (at) => 10 * (at % 7)), 5, 2],
  ],
  random: (random) => [drawImage(random), random.int(1, 14), random.int(1, 14)],
  relations: [
    {
      name: { en: 'transposed', zh: '转置' },
      change: (_, image, height, width) => ({
        args: [transposedImage(image), width, height],
        answer: transposedImage,
      }),
    },
    {
      name: { en: 'mirrored', zh: '左右镜像' },
      change: (_, image, ...size) => ({ args: [mirroredImage(image), ...size], answer: mirroredImage }),
    },
  ],
  tolerance: {
    rtol: 1e-5,
    atol: 5e-3,
    why: 'an f32 coordinate of up to 32 is off by up to 4e-6, and neighbouring pixels differ by up to 510.',
  },
  rules,
  traits: [
    ...imageTraits(),
    {
      text: { en: 'an axis shrinks', zh: '有一个轴在缩小' },
      holds: ({ shape: [rows = 0, columns = 0] }, height, width) => height < rows || width < columns,
    },
    {
      text: { en: 'an axis grows', zh: '有一个轴在放大' },
      holds: ({ shape: [rows = 0, columns = 0] }, height, width) => height > rows || width > columns,
    },
    {
      text: { en: 'the two axes change by different ratios', zh: '两个轴的缩放比例不同' },
      holds: ({ shape: [rows = 0, columns = 0] }, height, width) => height * columns !== width * rows,
    },
  ],
})
