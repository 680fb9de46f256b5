import type { Text } from '../../../core/locale.ts'
import type { RuleTable } from '../../rules.ts'
import { reflect, reflect101, replicate, skip, wrap, zero } from './borders.ts'
import { type PixelPlace, span, type WindowChoices } from './window-filter.ts'

export interface WindowFamily {
  /** What a pixel becomes of its window: mean, median. */
  readonly name: Text
  /** What the statement gives for the window, if not ksize. */
  readonly size?: string
  /** The right one. */
  readonly border: keyof typeof BORDERS
  /** The wrong ones that show in what is made of the values; all if not given. */
  readonly wrongBorders?: readonly (keyof typeof BORDERS)[]
  readonly cards: {
    readonly border: readonly string[]
    readonly anchor: readonly string[]
    readonly width: readonly string[]
    readonly frame: readonly string[]
    /** Of one way to read the border. */
    readonly [border: string]: readonly string[]
  }
}

/** The choices that people make wrongly in the window and the border of any filter of a grey image. */
export function windowRules(family: WindowFamily): Required<RuleTable<Omit<WindowChoices, 'element'>>> {
  const { cards, size = 'ksize' } = family
  return {
    border: borderRule(family),
    window: windowRule(family),
    ksize: {
      'only-3x3': {
        en: `a filter whose window is 3 x 3 whatever ${size} is`,
        zh: `不管 ${size} 是多少、窗口总是 3 x 3 的滤波`,
        cards: cards.width,
        choice: () => 3,
      },
    },
    visited: visitedRule(family),
    unvisited: { 'unvisited-copied': { choice: 'copied' } },
    target: {
      'in-place': {
        en: 'a filter that writes into the image it reads: a window holds values that are filtered already',
        zh: '边读边写同一幅图的滤波：窗口里混入了已经滤波过的值',
        cards: cards.frame,
        choice: 'the image itself',
      },
    },
  }
}

function borderRule({
  name,
  border: right,
  wrongBorders = Object.keys(BORDERS) as (keyof typeof BORDERS)[],
  cards,
}: WindowFamily): Required<RuleTable<WindowChoices>>['border'] {
  const here = BORDERS[right].here
  const others = wrongBorders.filter((id) => id !== right)
  return Object.fromEntries(
    others.map((id) => {
      const { en, zh, read } = BORDERS[id]
      const told = { en: `the ${name.en} ${en}; ${here.en}`, zh: `${zh}的${name.zh}滤波；${here.zh}` }
      return [id, { ...told, cards: cards[id] ?? cards.border, choice: read }]
    }),
  )
}

const BORDERS = {
  'zero-padding': {
    en: 'with zeros around the image, as scipy.signal pads, so that corners and edges turn dark',
    zh: '在图像四周补零（scipy.signal 的做法，角和边因此变暗）',
    read: zero,
    here: { en: 'here it is padded with zeros', zh: '这里要求补零' },
  },
  'border-replicate': {
    en: 'with the border replicated (a a a | a b c d), as cv2.medianBlur does',
    zh: '采用复制边界（a a a | a b c d，cv2.medianBlur 的做法）',
    read: replicate,
    here: { en: 'here the nearest pixel is repeated', zh: '这里要求复制最近的像素' },
  },
  'border-reflect': {
    en: 'with the edge pixel repeated in the mirror (c b a | a b c d), numpy\'s "symmetric" and the default of scipy.ndimage',
    zh: '采用对称反射边界（c b a | a b c d，即 numpy 的 "symmetric"、scipy.ndimage 的默认值）',
    read: reflect,
    here: { en: 'here the mirror repeats the edge pixel', zh: '这里要求对称反射，重复边缘像素' },
  },
  'border-reflect-101': {
    en: 'with the border reflect-101 (d c b | a b c d), as cv2.blur does',
    zh: '采用 reflect-101 边界（d c b | a b c d，cv2.blur 的做法）',
    read: reflect101,
    here: {
      en: 'here reflect-101 is asked for, which does not repeat the edge pixel',
      zh: '这里要求 reflect-101 镜像，不重复边缘像素',
    },
  },
  'border-wrap': {
    en: 'with the image wrapped around, its last column left of the first, as the remainder (%) and a negative index of NumPy do',
    zh: '采用循环边界（首列左边接着末列，取余 % 或 NumPy 的负下标会造成这种结果）',
    read: wrap,
    here: { en: 'here the image is wrapped around', zh: '这里要求循环边界' },
  },
  'window-clipped': {
    en: 'of the part of the window that lies inside the image, which is smaller along the border',
    zh: '只取窗口在图像内的部分（边界处窗口变小）',
    read: skip,
    here: { en: 'here the window shrinks', zh: '这里要求窗口缩小' },
  },
} as const

function windowRule({ cards }: WindowFamily): Required<RuleTable<WindowChoices>>['window'] {
  return {
    'window-at-corner': {
      en: 'a filter whose window begins at the pixel, as image[i:i+k, j:j+k], instead of being centred on it: the image moves up and to the left',
      zh: '窗口以像素为左上角（如 image[i:i+k, j:j+k]）而不是中心的滤波：整幅图向左上方偏移',
      cards: cards.anchor,
      choice: (ksize) => span(0, ksize),
    },
    'window-ends-at-pixel': {
      en: 'a filter whose window ends at the pixel instead of being centred on it: the image moves down and to the right',
      zh: '窗口以像素为右下角而不是中心的滤波：整幅图向右下方偏移',
      cards: cards.anchor,
      choice: (ksize) => span(1 - ksize, ksize),
    },
    'window-one-short': {
      en: 'a filter whose window lacks its last row and column (as range(-r, r) leaves out r), so it is not centred',
      zh: '窗口少了最后一行和最后一列（如 range(-r, r) 不含 r）、因此不再居中的滤波',
      cards: cards.width,
      // A window of one pixel would have none left, and nobody lets that stand.
      choice: (ksize) => span((1 - ksize) / 2, Math.max(1, ksize - 1)),
    },
    'window-at-corner-one-short': {
      en: 'a filter whose window begins at the pixel and is a row and a column short',
      zh: '窗口以像素为左上角、又少一行一列的滤波',
      cards: cards.anchor,
      choice: (ksize) => span(0, Math.max(1, ksize - 1)),
    },
    'radius-is-ksize': {
      en: 'a filter whose window reaches ksize pixels to each side, so it is 2 ksize + 1 wide: ksize is the width of the window, and its radius is (ksize - 1) / 2',
      zh: '窗口向每侧各取 ksize 个像素、宽为 2 ksize + 1 的滤波：ksize 是窗口的边长，半径是 (ksize - 1) / 2',
      cards: cards.width,
      choice: (ksize) => span(-ksize, 2 * ksize + 1),
    },
  }
}

function visitedRule({ cards }: WindowFamily): Required<RuleTable<WindowChoices>>['visited'] {
  const left = (en: string, zh: string, isLeft: (at: PixelPlace) => boolean) => ({
    en: `a filter that leaves out ${en}`,
    zh: `漏掉了${zh}的滤波`,
    cards: cards.frame,
    choice: (at: PixelPlace) => !isLeft(at),
  })
  const isLastRow = ({ row, height }: PixelPlace) => row === height - 1
  const isLastColumn = ({ column, width }: PixelPlace) => column === width - 1
  return {
    'border-unfiltered': {
      en: 'a filter that visits only pixels whose whole window lies inside the image: a frame is left that keeps zeros, or the pixels as they were',
      zh: '只处理窗口完全落在图像内的像素的滤波：四周留下一圈 0 或原样未动的像素',
      cards: cards.frame,
      choice: isWindowInside,
    },
    'last-row-and-column-left': left(
      'the last row and the last column',
      '最后一行和最后一列',
      (at) => isLastRow(at) || isLastColumn(at),
    ),
    'last-row-left': left('the last row', '最后一行', isLastRow),
    'last-column-left': left('the last column', '最后一列', isLastColumn),
    'last-pixel-left': left('the last pixel', '最后一个像素', (at) => isLastRow(at) && isLastColumn(at)),
  }
}

export function isWindowInside({ row, column, height, width }: PixelPlace, ksize: number): boolean {
  const fits = (index: number, length: number) => index >= (ksize - 1) / 2 && index + (ksize - 1) / 2 < length
  return fits(row, height) && fits(column, width)
}
