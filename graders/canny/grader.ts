import { defineGrader, greyNoise, type Random, u8 } from '#kit'
import { canny } from './reference.ts'
import { rules } from './rules.ts'

const shown = [10, 10, 12, 90, 90, 10, 10, 30, 90, 90, 10, 10, 80, 90, 90, 10, 14, 85, 90, 90]
const step = u8([5, 6], (at) => (at % 6 < 3 ? 20 : 200))

export const grader = defineGrader({
  reference: canny,
  examples: [[u8([4, 5], shown), 100, 300]],
  cases: [
    [{ en: 'one pixel', zh: '单个像素' }, u8([1, 1], [200]), 10, 20],
    [{ en: 'constant', zh: '常数图像' }, u8([4, 5], 100), 0, 0],
    [{ en: 'vertical step', zh: '竖直阶跃' }, step, 100, 300],
    [{ en: 'horizontal step', zh: '水平阶跃' }, u8([6, 5], (at) => (at < 15 ? 20 : 200)), 100, 300],
    [{ en: 'bright to dark', zh: '由亮到暗' }, u8([5, 6], (at) => (at % 6 < 3 ? 200 : 20)), 100, 300],
    [{ en: 'diagonal step', zh: '斜阶跃' }, u8([6, 6], (at) => (at % 6 > at / 6 ? 200 : 20)), 100, 300],
    [
      { en: 'the other diagonal', zh: '另一方向的斜阶跃' },
      u8([6, 6], (at) => ((at % 6) + at / 6 > 6 ? 200 : 20)),
      100,
      300,
    ],
    [{ en: 'a magnitude of exactly high', zh: '幅值恰好等于 high' }, step, 100, 720],
    [{ en: 'a magnitude of exactly low', zh: '幅值恰好等于 low' }, step, 720, 720],
    [{ en: 'low above high', zh: 'low 大于 high' }, step, 800, 300],
    [
      { en: 'low above high, a chain that fades', zh: 'low 大于 high，逐渐变弱的一串' },
      u8([9, 6], (at) => (at % 6 < 3 ? 20 : 200 - 18 * Math.floor(at / 6))),
      600,
      150,
    ],
    [
      { en: 'an edge at the border', zh: '边界上的边缘' },
      u8([4, 4], (at) => (at % 4 === 0 ? 0 : 120)),
      100,
      200,
    ],
    [
      { en: 'a chain that fades', zh: '逐渐变弱的一串' },
      u8([9, 6], (at) => (at % 6 < 3 ? 20 : 200 - 18 * Math.floor(at / 6))),
      150,
      600,
    ],
    [
      { en: 'a chain of exactly low', zh: '一串像素恰好等于 low' },
      u8([9, 6], (at) => (at % 6 < 3 ? 20 : at < 24 ? 200 : 80)),
      240,
      600,
    ],
    [{ en: 'one row', zh: '单行' }, u8([1, 6], [10, 10, 200, 200, 40, 40]), 100, 300],
  ],
  random: (random) => [scene(random), random.int(0, 400), random.int(50, 900)],
  performance: {
    // So high that linking, which plain NumPy does slowly, meets one pixel in twenty, and not one in three.
    ratio: (random) => [greyNoise(random, 128, 128), 550 + 100 * random.real(), 950 + 100 * random.real()],
    fast: {
      en: 'Each stage is one pass over arrays of whole numbers: no trigonometry (compare |gy| with tan 22.5° times |gx|), and a stack for linking, so that every pixel is visited once. In NumPy only the linking is a loop, over edge pixels.',
      zh: '每个阶段都是对整数数组扫一遍：不用三角函数（比较 |gy| 与 tan 22.5° 乘以 |gx|），连接用栈，使每个像素只访问一次。用 NumPy 时只有连接是循环，而且只遍历边缘像素。',
      cards: ['edges/canny-steps', 'edges/hysteresis-weak'],
    },
    lean: {
      en: 'A few images are enough: two derivatives, the magnitude, and a mark for each pixel.',
      zh: '几幅图像就够了：两个导数、幅值，以及每个像素的一个标记。',
      cards: ['edges/canny-steps'],
    },
  },
  rules,
  traits: [
    {
      text: { en: 'the image is not square', zh: '图像不是正方形' },
      holds: ({ shape: [height, width] }) => height !== width,
    },
    { text: { en: 'low is above high', zh: 'low 大于 high' }, holds: (_, low, high) => low > high },
    {
      text: { en: 'the image has a single row or column', zh: '图像只有一行或一列' },
      holds: ({ shape }) => Math.min(...shape) === 1,
    },
  ],
})

/** A slanting edge that fades, noise, or few levels, which bring ties. */
function scene(random: Random) {
  const [height, width] = [random.int(1, 14), random.int(1, 14)]
  const [a, b, contrast] = [random.normal(), random.normal(), random.int(30, 200)]
  const levels = [0, 100, 200] as const
  const pixel = random.pick([
    (x: number, y: number) =>
      a * (x - width / 2) + b * (y - height / 2) > 0 ? 20 + contrast * (1 - y / 20) : 20,
    () => random.int(0, 255),
    () => random.pick(levels),
  ])
  return u8([height, width], (at) => Math.floor(pixel(at % width, Math.floor(at / width))))
}
