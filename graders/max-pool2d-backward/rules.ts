import { defineRules, f32, mapsShape } from '#kit'
import type { maxPool2dBackward } from './reference.ts'

/** The mistakes people make in the gradient of max pooling: who gets it where maxima are equal, and windows that overlap. */
export const rules = defineRules(backwardWith, {
  shares: {
    'last-maximum-wins': {
      en: 'a gradient that goes to the last of several equal maxima, as >= makes it; compare with >',
      zh: '最大值并列时把梯度给了最后一个（用了 >=）的结果；应当用 > 比较',
      cards: ['pooling/ties'],
      choice: (values) => onlyAt(values.length, values.lastIndexOf(Math.max(...values))),
    },
    'first-by-columns': {
      en: 'a gradient that goes to the first of several equal maxima column by column; row by row is asked for',
      zh: '最大值并列时把梯度给了逐列数的第一个的结果；应当逐行数',
      cards: ['pooling/ties'],
      choice(values, ksize) {
        const [first] = values
          .flatMap((value, at) => (value === Math.max(...values) ? [at] : []))
          .sort((one, other) => (one % ksize) - (other % ksize) || one - other)
        return onlyAt(values.length, first ?? -1)
      },
    },
    'all-maxima-get-all': {
      en: 'a gradient that goes whole to each of several equal maxima, as a mask of window == max does',
      zh: '最大值并列时每一个都得到完整梯度（掩码 window == max 的做法）的结果',
      cards: ['pooling/ties', 'pooling/gradient-max'],
      choice: (values) => values.map((value) => (value === Math.max(...values) ? 1 : 0)),
    },
    'equal-maxima-share': {
      en: 'a gradient that several equal maxima share evenly; the first one gets all of it',
      zh: '最大值并列时平分梯度的结果；应全部给第一个',
      cards: ['pooling/ties'],
      choice(values) {
        const isLargest = values.map((value) => value === Math.max(...values))
        return isLargest.map((is) => (is ? 1 / isLargest.filter(Boolean).length : 0))
      },
    },
    'spread-over-window': {
      en: 'the gradient of average pooling: every pixel of a window gets its share, 1 / (ksize * ksize)',
      zh: '平均池化的梯度：窗口里的每个像素各得 1 / (ksize * ksize)',
      cards: ['pooling/gradient-average', 'pooling/gradient-max'],
      choice: (values, ksize) => values.map(() => 1 / ksize ** 2),
    },
    'whole-window': {
      en: 'a gradient that goes whole to every pixel of the window',
      zh: '窗口里的每个像素都得到完整梯度的结果',
      cards: ['pooling/gradient-max'],
      choice: (values) => values.map(() => 1),
    },
    'begun-with-zero': {
      en: 'a maximum that begins with 0, so that windows of negative values hand their gradient to nobody',
      zh: '从 0 开始找最大值、全负的窗口没有把梯度交给任何像素的结果',
      cards: ['pooling/max-padding', 'pooling/gradient-max'],
      choice: (values) => onlyAt(values.length, values.indexOf(Math.max(0, ...values))),
    },
    'begun-with-zero-at-first': {
      en: 'a maximum that begins with 0 at the first pixel, which so gets the gradient of windows of negative values',
      zh: '以 0 和首个像素的位置为初值找最大值、全负窗口的梯度都给了首个像素的结果',
      cards: ['pooling/max-padding', 'pooling/gradient-max'],
      choice(values) {
        const positive = values.map((value) => Math.max(0, value))
        return onlyAt(values.length, positive.indexOf(Math.max(...positive)))
      },
    },
  },
  lands: {
    'stride-left-out': {
      en: 'a gradient that lands at the place in the window plus the number of the window; that number must be multiplied by stride',
      zh: '落点算成窗口内位置加窗口编号的梯度：窗口编号应先乘以 stride',
      cards: ['pooling/gradient-max', 'pooling/output-size'],
      choice: ({ window, inWindow }) => added(window, inWindow),
    },
    'window-left-out': {
      en: 'a gradient that lands at the place in the window alone, so that all windows hand theirs to the upper left corner',
      zh: '落点只用了窗口内位置的梯度：所有窗口的梯度都落在左上角',
      cards: ['pooling/gradient-max'],
      choice: ({ inWindow }) => inWindow,
    },
    'row-and-column-swapped': {
      en: 'a gradient that lands with the row and the column in the window exchanged',
      zh: '把窗口内的行与列用反了的梯度落点',
      cards: ['pooling/gradient-max'],
      choice: ({ corner, inWindow: [row, column] }) => added(corner, [column, row]),
    },
  },
  meet: {
    overwritten: {
      en: 'gradients that overwrite each other where windows overlap: add them up',
      zh: '窗口重叠处梯度互相覆盖的结果：应当累加',
      cards: ['pooling/overlap-gradient'],
      choice: { sum: (_, given) => given },
    },
    'windows-assigned-whole': {
      en: 'gradients of whole windows, zeros and all, that overwrite each other where windows overlap: add them up',
      zh: '把整个窗口（连同其中的 0）赋值、在窗口重叠处互相覆盖的梯度：应当累加',
      cards: ['pooling/overlap-gradient'],
      choice: { sum: (_, given) => given, zeros: true },
    },
  },
  step: {
    'windows-side-by-side': {
      en: 'a gradient of windows that lie side by side: ksize is taken for the stride',
      zh: '把 ksize 当作 stride、按首尾相接的窗口求出的梯度',
      cards: ['pooling/output-size', 'pooling/overlapping'],
      choice: (ksize) => ksize,
    },
    'windows-one-apart': {
      en: 'a gradient of windows that are one pixel apart: stride is not used',
      zh: '按相邻窗口只隔一个像素求出的梯度：没有用到 stride',
      cards: ['pooling/output-size'],
      choice: () => 1,
    },
  },
  given: {
    'mask-without-gradient': {
      en: 'how often each pixel is a maximum, without gradOut',
      zh: '每个像素成为最大值的次数，没有乘上 gradOut',
      cards: ['pooling/gradient-max'],
      choice: () => 1,
    },
  },
  images: {
    'first-image-alone': {
      en: 'the gradient of the first image alone: those of the others stay 0',
      zh: '只求了第一张图像的梯度：其余图像仍是 0',
      cards: ['pooling/channels'],
      choice: 1,
    },
  },
})

interface Choices {
  /** Of the gradient, by pixel of the window. */
  readonly shares?: (values: readonly number[], ksize: number) => readonly number[]
  /** Of a pixel in a window. */
  readonly lands?: (at: Landing) => Place
  readonly meet?: Meeting
  readonly step?: (ksize: number) => number
  readonly given?: (gradient: number) => number
  /** How many of them are looked at. */
  readonly images?: number
}

type Place = readonly [row: number, column: number]

interface Landing {
  readonly window: Place
  /** Of the window, in the map. */
  readonly corner: Place
  readonly inWindow: Place
}

interface Meeting {
  readonly sum: (before: number, given: number) => number
  /** Whether pixels without a share are written too. */
  readonly zeros?: true
}

function backwardWith(choices: Choices): typeof maxPool2dBackward {
  const {
    shares = firstMaximum,
    lands = ({ corner, inWindow }) => added(corner, inWindow),
    meet = { sum: (before, given) => before + given },
    given = (gradient) => gradient,
  } = choices
  return (gradOut, x, ksize, stride) => {
    const [images, channels, height, width] = mapsShape(x)
    const [, , rows, columns] = mapsShape(gradOut)
    const step = choices.step?.(ksize) ?? stride
    const grad = new Float64Array(x.data.length)
    for (let plane = 0; plane < Math.min(choices.images ?? images, images) * channels; plane++)
      for (let window = 0; window < rows * columns; window++) {
        const [i, j] = [Math.floor(window / columns), window % columns]
        const places = placesOf(i * step, j * step)
        const shareOf = shares(
          places.map(({ at: [row, column] }) => x.data[(plane * height + row) * width + column] ?? 0),
          ksize,
        )
        const gradient = given(gradOut.data[plane * rows * columns + window] ?? 0)
        places.forEach(({ inWindow }, at) => {
          const [row, column] = lands({ window: [i, j], corner: [i * step, j * step], inWindow })
          const [to, share] = [(plane * height + row) * width + column, shareOf[at] ?? 0]
          if (share > 0 || meet.zeros) grad[to] = meet.sum(grad[to] ?? 0, share * gradient)
        })
      }
    return f32(x.shape, grad)

    /** Of the pixels of a window that lie in the map. */
    function placesOf(
      top: number,
      left: number,
    ): readonly { readonly at: Place; readonly inWindow: Place }[] {
      return Array.from(
        { length: ksize * ksize },
        (_, index): Place => [Math.floor(index / ksize), index % ksize],
      )
        .map((inWindow) => ({ at: added([top, left], inWindow), inWindow }))
        .filter(({ at: [row, column] }) => row < height && column < width)
    }
  }
}

function added([row, column]: Place, [down, across]: Place): Place {
  return [row + down, column + across]
}

function firstMaximum(values: readonly number[]): readonly number[] {
  return onlyAt(values.length, values.indexOf(Math.max(...values)))
}

function onlyAt(length: number, place: number): readonly number[] {
  return Array.from({ length }, (_, at) => (at === place ? 1 : 0))
}
