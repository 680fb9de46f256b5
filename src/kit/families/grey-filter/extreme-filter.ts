import type { Random } from '../../../core/random.ts'
import { type Nd, u8 } from '../../arrays.ts'
import type { Parts } from '../../define-grader.ts'
import { greyNoise } from '../../noise.ts'
import { greyFilter, relatedGreys } from './grey-filter.ts'
import type { GreyFilter } from './window-filter.ts'

type ExtremeParts = Required<
  Pick<
    Parts<Parameters<GreyFilter>, Nd<'u8'>>,
    'examples' | 'cases' | 'random' | 'settle' | 'relations' | 'traits' | 'performance'
  >
>

/** What the filters share that keep the largest or the smallest value of a window. */
export function extremeFilter(): ExtremeParts {
  const { cases, relations, ...shared } = greyFilter()
  const brighter = ({ shape, data }: Nd<'u8'>) => u8(shape, (at) => 128 + ((data[at] ?? 0) >> 1))
  return {
    ...shared,
    examples: [[u8([3, 4], [10, 90, 30, 20, 40, 50, 60, 70, 15, 80, 25, 35]), 3]],
    cases: [...cases, ...extremeCases()],
    relations: [...relations, relatedGreys({ en: 'made brighter', zh: '整体调亮' }, brighter)],
    performance: PERFORMANCE,
  }
}

function extremeCases(): ExtremeParts['cases'] {
  const line = u8([1, 12], [3, 9, 1, 4, 12, 5, 8, 2, 11, 7, 10, 6])
  return [
    [{ en: 'falling row, ksize 3', zh: '递减的一行，ksize 3' }, u8([1, 8], (at) => 90 - 10 * at), 3],
    [{ en: 'rising row, ksize 5', zh: '递增的一行，ksize 5' }, u8([1, 8], (at) => 10 + 10 * at), 5],
    [{ en: 'a row that is a multiple of ksize', zh: '长度为 ksize 整数倍的一行' }, line, 3],
    [{ en: 'a row that no multiple of ksize fits', zh: '长度不是 ksize 整数倍的一行' }, line, 5],
    [{ en: 'a hole in white', zh: '白底上的黑点' }, u8([5, 5], (at) => (at === 12 ? 0 : 255)), 3],
    [{ en: 'one grey pixel, ksize 255', zh: '单个灰色像素，ksize 255' }, u8([1, 1], 128), 255],
  ]
}

const noise = (ksize: number) => (random: Random) => [greyNoise(random, 512, 512), ksize] as const

const PERFORMANCE: ExtremeParts['performance'] = {
  ratio: noise(31),
  growth: {
    'ksize 3 -> 31': {
      small: noise(3),
      large: noise(31),
      causes: [
        {
          from: 3,
          en: 'ksize grew from 3 to 31, and the time grew with it: ksize values are compared for each pixel in every row and column, though the neighbouring window shares all but one of them.',
          zh: 'ksize 从 3 增大到 31，耗时也随之增长：每个像素在行、列方向上都要比较 ksize 个值，而相邻窗口与它只差一个值。',
        },
        {
          from: 11,
          en: 'A window of 31 has 107 times the values of one of 3: the work per pixel grows with ksize², for each window is searched afresh.',
          zh: 'ksize 从 3 到 31，窗口内的值是 107 倍：每个窗口都从头查找，每个像素的工作量随 ksize² 增长。',
        },
      ],
    },
  },
  fast: {
    en: 'Rows first, then the columns of the result. For one line, van Herk / Gil-Werman needs three comparisons a value for any ksize, a monotonic deque as many; in NumPy, combine shifted arrays of 1, 2, 4 ... values.',
    zh: '先做行，再对结果做列。对一行来说，van Herk / Gil-Werman 算法无论 ksize 多大，每个值只需三次比较，单调队列也一样；用 NumPy 时，可由覆盖 1、2、4 …… 个值的错位数组拼成。',
    cards: ['max-min-filter/separable', 'max-min-filter/vhgw-cost', 'max-min-filter/deque'],
  },
  lean: {
    en: 'Do not hold all windows at once: a sliding window view costs nothing, but a copy of it holds ksize² values a pixel. One image of the rows is enough.',
    zh: '不要把所有窗口同时放进内存：滑动窗口视图本身不占内存，但一复制，每个像素就要 ksize² 个值。存一幅按行处理后的图像就够了。',
    cards: ['max-min-filter/separable'],
  },
}
