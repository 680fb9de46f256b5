import { f32 } from '../../arrays.ts'
import type { RuleTable } from '../../rules.ts'
import { type Maps, mapsShape } from './maps.ts'
import type { Pooling } from './pooling.ts'
import { type WindowStepChoices, type Windows, windowStepRules, windowsAlong } from './windows.ts'

/** What one may choose in any pooling. */
export interface PoolingChoices extends WindowStepChoices {
  /** What is read of the padding: a value, or nothing. */
  readonly outside?: number | 'skip'
  readonly planes?: 'first image alone' | 'all channels together'
}

/** For wrong choices: every window is gathered whole. */
export function poolWith(
  reduce: (values: readonly number[], ksize: number) => number,
  { outside = 'skip', planes, ...choices }: PoolingChoices,
): Pooling {
  return (x, ksize, stride, padding) => {
    const [images, channels, height, width] = mapsShape(x)
    const [rows, columns] = [height, width].map((length) =>
      windowsAlong(length, { ksize, stride, padding }, choices),
    ) as [Windows, Windows]
    const pooled = Array.from({ length: images * channels }, (_, plane) => {
      const image = Math.floor(plane / channels)
      if (planes === 'first image alone' && image > 0) return rows.flatMap(() => columns.map(() => 0))
      const from = planes === 'all channels together' ? planesOf(image, channels) : [plane]
      return rows.flatMap((ys) =>
        columns.map((xs) =>
          reduce(
            from.flatMap((at) => gather(x, at, ys, xs, outside)),
            ksize,
          ),
        ),
      )
    })
    return f32([images, channels, rows.length, columns.length], pooled.flat())
  }
}

function planesOf(image: number, channels: number): readonly number[] {
  return Array.from({ length: channels }, (_, channel) => image * channels + channel)
}

function gather(
  x: Maps,
  plane: number,
  ys: readonly number[],
  xs: readonly number[],
  outside: number | 'skip',
): readonly number[] {
  const [, , height, width] = mapsShape(x)
  return ys.flatMap((row) =>
    xs.flatMap((column) => {
      const isInside = row >= 0 && row < height && column >= 0 && column < width
      if (isInside) return [x.data[(plane * height + row) * width + column] ?? 0]
      return outside === 'skip' ? [] : [outside]
    }),
  )
}

/** Of the windows; what is wrong within one is each pooling's own. */
export function poolingRules(): Required<RuleTable<Omit<PoolingChoices, 'outside' | 'dilation'>>> {
  const steps = windowStepRules({ en: 'a pooling', zh: '池化' }, ['pooling/output-size'])
  return {
    ...steps,
    stride: {
      ...steps.stride,
      'stride-is-ksize': {
        en: 'a pooling whose windows lie side by side: ksize is taken for the stride',
        zh: '把 ksize 当作 stride、窗口首尾相接的池化',
        cards: ['pooling/output-size', 'pooling/overlapping'],
        choice: ({ ksize }) => ksize,
      },
    },
    planes: {
      'first-image-alone': {
        en: 'a pooling of the first image alone: the others stay 0',
        zh: '只处理了第一张图像的池化：其余图像仍是 0',
        cards: ['pooling/channels'],
        choice: 'first image alone',
      },
      'across-channels': {
        en: 'a pooling over all channels at once: each channel is pooled by itself',
        zh: '把所有通道放在一起做的池化：每个通道应单独池化',
        cards: ['pooling/channels'],
        choice: 'all channels together',
      },
    },
  }
}
