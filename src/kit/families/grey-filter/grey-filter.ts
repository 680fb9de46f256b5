import type { Text } from '../../../core/locale.ts'
import type { Random } from '../../../core/random.ts'
import { type Nd, u8 } from '../../arrays.ts'
import type { Parts, Relation, Trait } from '../../define-grader.ts'
import { reordered } from '../../places.ts'
import type { GreyFilter } from './window-filter.ts'

type Args = Parameters<GreyFilter>
type Shared = Required<Pick<Parts<Args, Nd<'u8'>>, 'cases' | 'random' | 'settle' | 'relations' | 'traits'>>

type GreyRelation = Relation<Args, Nd<'u8'>>

/** What every filter of a grey image shares whose window is square, odd and centred. */
export function greyFilter(): Shared {
  return { cases: cases(), random: drawArgs, settle: withinReach, relations: relations(), traits: traits() }
}

function cases(): Shared['cases'] {
  const line = [5, 200, 9, 30, 100]
  const small = u8([2, 3], [3, 1, 4, 1, 5, 9])
  return [
    [{ en: 'one pixel, ksize 3', zh: '单个像素，ksize 3' }, u8([1, 1], [7]), 3],
    [{ en: 'one row, ksize 3', zh: '单行，ksize 3' }, u8([1, 5], line), 3],
    [{ en: 'one column, ksize 3', zh: '单列，ksize 3' }, u8([5, 1], line), 3],
    [{ en: 'ksize 1 changes nothing', zh: 'ksize 为 1，结果不变' }, small, 1],
    [
      { en: 'even sizes, ksize 3', zh: '宽高均为偶数，ksize 3' },
      u8([2, 4], [1, 2, 100, 20, 3, 9, 30, 200]),
      3,
    ],
    [{ en: 'ksize larger than the image', zh: 'ksize 大于图像' }, small, 7],
    [{ en: 'ksize far larger than the image', zh: 'ksize 远大于图像' }, small, 9],
    [{ en: 'constant white, ksize 3', zh: '全白，ksize 3' }, u8([4, 4], 255), 3],
    [{ en: 'constant white, ksize 5', zh: '全白，ksize 5' }, u8([4, 4], 255), 5],
    [{ en: 'impulse', zh: '单个脉冲' }, u8([5, 5], (at) => (at === 12 ? 255 : 0)), 3],
    [{ en: 'step edge', zh: '阶跃边缘' }, u8([4, 6], (at) => (at % 6 < 3 ? 0 : 255)), 5],
    [{ en: 'checkerboard of 0 and 255', zh: '0 与 255 的棋盘格' }, u8([5, 5], (at) => (at % 2) * 255), 3],
    [{ en: 'salt and pepper on grey', zh: '灰底上的椒盐噪声' }, u8([6, 8], saltAndPepper), 3],
  ]
}

function saltAndPepper(at: number): number {
  if ([0, 9, 22, 31, 47].includes(at)) return 255
  return [5, 14, 40, 42].includes(at) ? 0 : 128
}

function drawArgs(random: Random): Readonly<Args> {
  const shape = [random.int(1, 14), random.int(1, 14)]
  return [u8(shape, greys(random)), 2 * random.int(0, random.pick([1, 2, 2, 4, 7])) + 1]
}

/** The whole range, a narrow one where ties and rounding decide, and extremes alone, which overflow a narrow sum. */
function greys(random: Random): () => number {
  const lowest = random.pick([0, 0, 0, 100, 250])
  return random.pick([
    () => random.int(lowest, 255),
    () => random.int(lowest, lowest + 3),
    () => random.pick([0, 255]),
  ])
}

/** A window that is read whole at each pixel stays a matter of milliseconds. */
function withinReach(_: Random, image: Nd<'u8'>, ksize: number): Readonly<Args> {
  const pixels = image.data.length
  const widest = pixels === 1 ? ksize : Math.floor(Math.sqrt(READS / pixels))
  return [image, Math.min(ksize, widest - (widest % 2 === 0 ? 1 : 0))]
}

const READS = 4000

function relations(): readonly GreyRelation[] {
  return [
    relatedGreys({ en: 'transposed', zh: '转置' }, transposed),
    relatedGreys({ en: 'mirrored', zh: '左右镜像' }, (image) =>
      reordered(image, 1, [...Array(image.shape[1]).keys()].reverse()),
    ),
  ]
}

/** Of filters that treat dark and bright alike: mean, median. */
export const INVERTED_GREYS: GreyRelation = relatedGreys({ en: 'inverted', zh: '反色' }, ({ shape, data }) =>
  u8(shape, (at) => 255 - (data[at] ?? 0)),
)

/** The answer changes as the image does. */
export function relatedGreys(name: Text, change: (image: Nd<'u8'>) => Nd<'u8'>): GreyRelation {
  return { name, change: (_, image, ksize) => ({ args: [change(image), ksize], answer: change }) }
}

function transposed({ shape: [height = 0, width = 0], data }: Nd<'u8'>): Nd<'u8'> {
  return u8([width, height], (at) => data[(at % height) * width + Math.floor(at / height)] ?? 0)
}

function traits(): readonly Trait<Args>[] {
  return [
    {
      text: { en: 'the image is not square', zh: '图像不是正方形' },
      holds: ({ shape: [height, width] }) => height !== width,
    },
    {
      text: { en: 'the image has a single row or column', zh: '图像只有一行或一列' },
      holds: ({ shape }) => Math.min(...shape) === 1,
    },
    {
      text: { en: 'the window is larger than the image', zh: '窗口大于图像' },
      holds: ({ shape }, ksize) => ksize > Math.min(...shape),
    },
    { text: { en: 'ksize is larger than 3', zh: 'ksize 大于 3' }, holds: (_, ksize) => ksize > 3 },
    {
      text: { en: 'the image has a value above 127', zh: '图像中有大于 127 的值' },
      holds: ({ data }) => data.some((grey) => grey > 127),
    },
  ]
}
