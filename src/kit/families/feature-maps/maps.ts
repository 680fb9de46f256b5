import type { Text } from '../../../core/locale.ts'
import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'
import type { Relation, Trait } from '../../define-grader.ts'
import { otherOrder, reordered } from '../../places.ts'

/** A batch of feature maps. */
export type Maps = Nd<'f32'>
export type MapsShape = readonly [images: number, channels: number, height: number, width: number]

export function mapsShape({ shape }: Maps): MapsShape {
  return shape as MapsShape
}

/** Of order 1, or few values again and again so that ties occur, or all of one sign. */
export function drawMaps(random: Random, shape: MapsShape): Maps {
  const value = random.pick([
    random.normal,
    random.normal,
    () => random.int(-2, 2),
    () => -random.int(1, 16) / 4,
  ])
  return f32(shape, value)
}

/** Few and small, so that a mistake is shown on little; seldom square, and seldom one image of one channel. */
export function drawMapsShape(random: Random): MapsShape {
  return [random.pick([1, 2, 2, 3]), random.int(1, 4), random.int(1, 8), random.int(1, 8)]
}

/** @param _of what is done to each image by itself, for its types */
export function imagesReordered<Rest extends readonly unknown[]>(
  _of: (...args: [Maps, ...Rest]) => Maps,
): Relation<[Maps, ...Rest], Maps> {
  return {
    name: { en: 'images in another order', zh: '打乱各图像的次序' },
    change(random, x, ...rest) {
      const order = otherOrder(random, x.shape[0] ?? 0)
      const change = (maps: Maps) => reordered(maps, 0, order)
      return { args: [change(x), ...rest], answer: change }
    },
  }
}

/**
 * @param _of what is proportional to its first argument, for its types
 * @param name that of its first argument
 */
export function doubled<Rest extends readonly unknown[]>(
  _of: (...args: [Maps, ...Rest]) => Maps,
  name = 'x',
): Relation<[Maps, ...Rest], Maps> {
  return {
    name: { en: `${name} doubled`, zh: `${name} 乘以 2` },
    change: (_, x, ...rest) => ({ args: [twice(x), ...rest], answer: twice }),
  }
}

/** Of the same numbers, again and again. */
export function filled(shape: MapsShape, { data }: Maps): Maps {
  return f32(shape, (at) => data[at % data.length] ?? 0)
}

export function twice({ shape, data }: Nd<'f32'>): Nd<'f32'> {
  return f32(shape, (at) => 2 * (data[at] ?? 0))
}

export function mapsTraits(): readonly Trait<readonly [Maps, ...(readonly unknown[])]>[] {
  const of = (text: Text, holds: (shape: MapsShape) => boolean) => ({
    text,
    holds: (x: Maps) => holds(mapsShape(x)),
  })
  return [
    of({ en: 'there is more than one image', zh: '图像多于 1 张' }, ([images]) => images > 1),
    of({ en: 'there is more than one channel', zh: '通道多于 1 个' }, ([, channels]) => channels > 1),
    of({ en: 'the maps are not square', zh: '特征图不是正方形' }, ([, , height, width]) => height !== width),
    {
      text: { en: 'x has no positive value', zh: 'x 中没有正数' },
      holds: ({ data }) => data.every((value) => value <= 0),
    },
  ]
}
