import type { Text } from '../../../core/locale.ts'
import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'
import type { NamedArgs, Relation, Trait } from '../../define-grader.ts'
import { reordered } from '../../places.ts'

type Image = Nd<'f32'>

/** An image of real numbers, and whatever else a filter asks for. */
export type ImageArgs<Rest extends readonly unknown[]> = [image: Image, ...rest: Rest]

/** Cases for any filter of an image of real numbers; `rest` are its other arguments. */
export function imageCases<Rest extends readonly unknown[]>(...rest: Rest): NamedArgs<ImageArgs<Rest>>[] {
  const line = [5, 200, 9, -30, 100.5]
  return [
    [{ en: 'one pixel', zh: '单个像素' }, f32([1, 1], [7.5]), ...rest],
    [{ en: 'one row', zh: '单行' }, f32([1, 5], line), ...rest],
    [{ en: 'one column', zh: '单列' }, f32([5, 1], line), ...rest],
    [{ en: 'two by two', zh: '2 x 2 的图像' }, f32([2, 2], [1, -2, 30, 4]), ...rest],
    [{ en: 'constant', zh: '常数图像' }, f32([4, 5], 100), ...rest],
    [{ en: 'impulse', zh: '单个脉冲' }, f32([5, 5], (at) => (at === 12 ? 255 : 0)), ...rest],
    [{ en: 'step edge', zh: '阶跃边缘' }, f32([4, 6], (at) => (at % 6 < 3 ? 0 : 200)), ...rest],
    [{ en: 'ramp', zh: '灰度斜坡' }, f32([5, 6], (at) => 10 * (at % 6) + 3 * Math.floor(at / 6)), ...rest],
    [{ en: 'checkerboard', zh: '棋盘格' }, f32([5, 5], (at) => (at % 2) * 255), ...rest],
  ]
}

/** Noise, whole grey values, or few values again and again. */
export function drawImage(random: Random): Image {
  const value = random.pick([
    () => 60 * random.normal(),
    () => random.int(0, 255),
    () => random.pick([-255, 0, 255]),
    () => random.int(100, 103),
  ])
  const inRange = () => Math.min(Math.max(value(), -255), 255)
  return f32([random.int(1, 12), random.int(1, 12)], inRange)
}

export function imageTraits(): readonly Trait<ImageArgs<unknown[]>>[] {
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
      text: { en: 'the image has a negative value', zh: '图像中有负值' },
      holds: ({ data }) => data.some((value) => value < 0),
    },
    {
      text: { en: 'the image has a value that is no whole number', zh: '图像中有非整数值' },
      holds: ({ data }) => data.some((value) => value % 1 !== 0),
    },
  ]
}

/** Of filters that treat both axes and both directions alike: the answer changes as the image does. */
export function imageRelations<Rest extends readonly unknown[]>(): readonly Relation<
  ImageArgs<Rest>,
  Image
>[] {
  return [
    relatedImages({ en: 'transposed', zh: '转置' }, transposedImage),
    relatedImages({ en: 'mirrored', zh: '左右镜像' }, mirroredImage),
    relatedImages({ en: 'all signs changed', zh: '全部变号' }, (image) => scaledImage(image, -1)),
  ]
}

function relatedImages<Rest extends readonly unknown[]>(
  name: Text,
  change: (image: Image) => Image,
): Relation<ImageArgs<Rest>, Image> {
  return { name, change: (_, image, ...rest) => ({ args: [change(image), ...rest], answer: change }) }
}

export function transposedImage({ shape: [height = 0, width = 0], data }: Image): Image {
  return f32([width, height], (at) => data[(at % height) * width + Math.floor(at / height)] ?? 0)
}

export function mirroredImage(image: Image): Image {
  return reordered(image, 1, [...Array(image.shape[1]).keys()].reverse())
}

export function scaledImage({ shape, data }: Image, by: number): Image {
  return f32(
    shape,
    data.map((value) => value * by),
  )
}
