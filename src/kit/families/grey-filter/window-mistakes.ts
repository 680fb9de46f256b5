import type { Text } from '../../../core/locale.ts'
import type { Nd } from '../../arrays.ts'
import type { Mutant } from '../../define-grader.ts'
import { type Border, reflect, reflect101, replicate, skip, wrap, zero } from './borders.ts'
import {
  atCorner,
  type Finish,
  type GreyFilter,
  insideOnly,
  twiceAsWide,
  type WindowRule,
  windowFilter,
  withoutLast,
} from './window-filter.ts'

export interface WindowFamily {
  /** What a pixel becomes of its window: mean, median. */
  readonly name: Text
  readonly reference: GreyFilter
  readonly border: 'replicate' | 'reflect-101'
  readonly finish: Finish
  /**
   * A window that is clipped at the border, or lacks a row and a column, may hold an even number of values: what
   * people then do.
   */
  readonly clipped: readonly Variant[]
  readonly oneShort: readonly Variant[]
  /** By mistake. One that the filter cannot show is left out. */
  readonly cards: { readonly [mistake in WindowMistake]?: readonly string[] }
}

/** One of several ways to make a mistake, each a mutant of its own. */
export interface Variant {
  /** What stands behind the mistake in the mutant's id. */
  readonly ending: string
  readonly finish: Finish
  /** Goes on after what all variants share. */
  readonly note?: Text
}

/** The mistakes that people make with the window and the border of any filter of a grey image. */
export function windowMistakes(family: WindowFamily): readonly Mutant<Parameters<GreyFilter>, Nd<'u8'>>[] {
  const slips = { ...borderSlips(family), ...cutSlips(family), ...frameSlips(family) }
  return Object.entries(family.cards).flatMap(([mistake, cards]) => {
    const {
      equals,
      filter,
      variants = [{ ending: '', finish: family.finish }],
    } = slips[mistake as WindowMistake]
    return variants.map(({ ending, finish, note = { en: '', zh: '' } }) => ({
      id: mistake + ending,
      equals: { en: equals.en + note.en, zh: equals.zh + note.zh },
      cards,
      run: filter(finish),
    }))
  })
}

type WindowMistake = BorderMistake | CutMistake | FrameMistake
type BorderMistake =
  | 'zero-padding'
  | 'border-replicate'
  | 'border-reflect'
  | 'border-reflect-101'
  | 'border-wrap'
type CutMistake =
  | 'window-at-corner'
  | 'window-at-corner-clipped'
  | 'radius-is-ksize'
  | 'window-one-short'
  | 'window-clipped'
type FrameMistake = 'border-left-zero' | 'border-copied'

type Slips<Mistake extends string> = { readonly [mistake in Mistake]: Slip }

interface Slip {
  readonly equals: Text
  readonly filter: (finish: Finish) => GreyFilter
  readonly variants?: readonly Variant[]
}

function borderSlips({ name, border }: WindowFamily): Slips<BorderMistake> {
  const { here } = RIGHT[border]
  const slip = ({ en, zh, read }: Text & { readonly read: Border }): Slip => ({
    equals: { en: `the ${name.en} ${en}; ${here.en}`, zh: `${zh}的${name.zh}滤波；${here.zh}` },
    filter: (finish) => windowFilter({ border: read, finish }),
  })
  return {
    'zero-padding': slip({
      en: 'with zeros around the image, as scipy.signal pads, so that corners and edges turn dark',
      zh: '在图像四周补零（scipy.signal 的做法，角和边因此变暗）',
      read: zero,
    }),
    'border-replicate': slip({
      en: 'with the border replicated (a a a | a b c d), as cv2.medianBlur does',
      zh: '采用复制边界（a a a | a b c d，cv2.medianBlur 的做法）',
      read: replicate,
    }),
    'border-reflect': slip({
      en: 'with the edge pixel repeated in the mirror (c b a | a b c d), numpy\'s "symmetric" and the default of scipy.ndimage',
      zh: '采用对称反射边界（c b a | a b c d，即 numpy 的 "symmetric"、scipy.ndimage 的默认值）',
      read: reflect,
    }),
    'border-reflect-101': slip({
      en: 'with the border reflect-101 (d c b | a b c d), as cv2.blur does',
      zh: '采用 reflect-101 边界（d c b | a b c d，cv2.blur 的做法）',
      read: reflect101,
    }),
    'border-wrap': slip({
      en: 'with the image wrapped around, its last column left of the first, as the remainder (%) and a negative index of NumPy do',
      zh: '采用循环边界（首列左边接着末列，取余 % 或 NumPy 的负下标会造成这种结果）',
      read: wrap,
    }),
  }
}

const RIGHT = {
  replicate: {
    read: replicate,
    here: { en: 'here the nearest pixel is repeated', zh: '这里要求复制最近的像素' },
  },
  'reflect-101': {
    read: reflect101,
    here: {
      en: 'here reflect-101 is asked for, which does not repeat the edge pixel',
      zh: '这里要求 reflect-101 镜像，不重复边缘像素',
    },
  },
} as const

function cutSlips({ name, border, clipped, oneShort }: WindowFamily): Slips<CutMistake> {
  const at = (rule: Partial<WindowRule>) => (finish: Finish) =>
    windowFilter({ border: RIGHT[border].read, finish, ...rule })
  return {
    'window-at-corner': {
      equals: {
        en: 'a window that begins at the pixel instead of being centred on it: the picture moves up and to the left',
        zh: '以像素为左上角（而不是中心）的窗口：整幅图向左上方偏移',
      },
      filter: at({ offsets: atCorner }),
    },
    'window-at-corner-clipped': {
      equals: {
        en: `the ${name.en} of image[i:i+k, j:j+k]: the window begins at the pixel instead of being centred on it, and shrinks at the far borders`,
        zh: `image[i:i+k, j:j+k] 的${name.zh}：窗口以像素为左上角而不是中心，并且在右、下边界处缩小`,
      },
      filter: at({ border: skip, offsets: atCorner }),
      variants: clipped.map(({ ending, finish }) => ({ ending, finish })),
    },
    'radius-is-ksize': {
      equals: {
        en: 'a window that reaches ksize pixels to each side, so it is 2 ksize + 1 wide: ksize is the width of the window, and its radius is (ksize - 1) / 2',
        zh: '向每侧各取 ksize 个像素的窗口，宽为 2 ksize + 1：ksize 是窗口的边长，半径是 (ksize - 1) / 2',
      },
      filter: at({ offsets: twiceAsWide }),
    },
    'window-one-short': {
      equals: {
        en: 'a window that lacks its last row and column (from -radius up to, but without, +radius), so it is not centred',
        zh: '少了最后一行和最后一列的窗口（从 -radius 到 +radius 但不含 +radius），因此窗口不再居中',
      },
      filter: at({ offsets: withoutLast }),
      variants: oneShort,
    },
    'window-clipped': {
      equals: {
        en: `the ${name.en} of the part of the window that lies inside the image`,
        zh: `只取窗口在图像内部分的${name.zh}（这里窗口在边界处不缩小）`,
      },
      filter: at({ border: skip }),
      variants: clipped,
    },
  }
}

function frameSlips({ reference }: WindowFamily): Slips<FrameMistake> {
  return {
    'border-left-zero': {
      equals: {
        en: 'a filter that visits only pixels whose whole window lies inside the image: a frame of zeros is left',
        zh: '只处理窗口完全落在图像内的像素：四周留下一圈 0',
      },
      filter: () => insideOnly(reference, () => 0),
    },
    'border-copied': {
      equals: {
        en: 'a filter that copies the border pixels unfiltered and filters only where the whole window fits',
        zh: '边界像素原样照抄、只在窗口完全落入图像时才滤波',
      },
      filter: () => insideOnly(reference, (image, at) => image.data[at] ?? 0),
    },
  }
}
