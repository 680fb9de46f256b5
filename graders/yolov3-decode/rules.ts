import { defineRules, sigmoid } from '#kit'
import { decodeWith } from './decode-with.ts'

/** The mistakes people make in decoding YOLOv3's output. */
export const rules = defineRules(
  decodeWith,
  {
    offset: {
      'xy-without-sigmoid': {
        en: 'boxes whose tx and ty went through no sigmoid, so that a centre may leave its cell',
        zh: 'tx、ty 没有经过 sigmoid 的框：中心可能跑出自己的单元',
        cards: ['yolov3-loss/decode-xy'],
        choice: (raw) => raw,
      },
      'yolov5-xy': {
        en: "boxes with YOLOv5's offset 2 s(t) - 0.5",
        zh: '采用 YOLOv5 的偏移 2 s(t) - 0.5 的框',
        cards: ['yolov3-loss/decode-xy'],
        choice: (raw) => 2 * sigmoid(raw) - 0.5,
      },
    },
    cell: {
      'cell-not-added': {
        en: 'boxes whose centre lacks the corner of the cell',
        zh: '中心没有加上单元格左上角坐标的框',
        cards: ['yolov3-loss/decode-xy', 'yolov3-loss/decode-numeric'],
        choice: () => [0, 0],
      },
      'rows-as-x': {
        en: 'boxes whose x comes from the row and y from the column; x runs along the columns',
        zh: 'x 用了行号、y 用了列号的框；x 应沿列方向',
        cards: ['yolov3-loss/decode-numeric'],
        choice: ({ row, column }) => [row, column],
      },
      'cells-counted-by-height': {
        en: 'boxes whose cell number is divided by the height of the grid; a row has as many cells as the grid is wide',
        zh: '按网格高度拆分单元编号的框；一行的单元数等于网格宽度',
        cards: ['yolov3-loss/decode-numeric'],
        choice: ({ row, column }, { height, width }) => {
          const cell = row * width + column
          return [cell % height, Math.floor(cell / height)]
        },
      },
      'grid-indexed-ij': {
        en: "boxes whose grid goes down the columns first, as a meshgrid with indexing 'ij' (PyTorch's default) does; the cells of a row follow one another",
        zh: "网格先沿列往下数的框（meshgrid 用 indexing='ij' 就会这样，PyTorch 默认如此）；应逐行排列单元",
        cards: ['yolov3-loss/decode-numeric'],
        choice: ({ row, column }, { height, width }) => {
          const cell = row * width + column
          return [Math.floor(cell / height), cell % height]
        },
      },
      'cells-from-one': {
        en: 'boxes whose cells are counted from 1; the first column begins at pixel 0',
        zh: '单元从 1 数起的框；第一列从像素 0 开始',
        cards: ['yolov3-loss/decode-numeric'],
        choice: ({ row, column }) => [column + 1, row + 1],
      },
      'half-a-cell-added': {
        en: 'boxes with half a cell added to the centre, as for points in the middle of a cell; the sigmoid is counted from its corner',
        zh: '中心又加了半个单元的框（当成了单元中心点）；sigmoid 的值是从单元左上角算起的',
        cards: ['yolov3-loss/decode-xy', 'yolov3-loss/decode-numeric'],
        choice: ({ row, column }) => [column + 0.5, row + 0.5],
      },
    },
    unit: {
      'in-grid-units': {
        en: 'centres in units of the grid: they are not multiplied by the stride',
        zh: '以网格为单位的中心：没有乘以步长',
        cards: ['yolov3-loss/decode-numeric'],
        choice: () => [1, 1],
      },
      'centre-as-fraction': {
        en: "centres as fractions of the image, as darknet's own code keeps them; multiply by the stride instead of dividing by the grid",
        zh: '以图像宽高的比例表示的中心（darknet 代码内部的做法）；应乘以步长，而不是除以网格大小',
        cards: ['yolov3-loss/decode-numeric'],
        choice: ({ height, width }) => [1 / width, 1 / height],
      },
    },
    inCell: {
      'offset-not-scaled': {
        en: 'centres whose cell alone is multiplied by the stride: the sigmoid is a share of a cell, and belongs into the brackets',
        zh: '只有单元坐标乘了步长的中心：sigmoid 的值以单元为单位，应一起放进括号里再乘步长',
        cards: ['yolov3-loss/decode-xy', 'yolov3-loss/decode-numeric'],
        choice: 'not scaled',
      },
    },
    size: {
      'wh-without-exponential': {
        en: 'boxes whose width and height are the anchor times t; it is the anchor times exp(t)',
        zh: '宽高等于锚框乘以 t 的框；应为锚框乘以 exp(t)',
        cards: ['yolov3-loss/tw-target'],
        choice: (raw, anchor) => anchor * raw,
      },
      'wh-without-anchor': {
        en: 'boxes whose width and height are exp(t) times the stride: the anchor is missing',
        zh: '宽高等于 exp(t) 乘以步长的框：没有用到锚框',
        cards: ['yolov3-loss/tw-target'],
        choice: (raw, _, { stride }) => Math.exp(raw) * stride,
      },
      'wh-times-stride': {
        en: 'boxes whose width and height are multiplied by the stride: the anchors are in pixels already',
        zh: '宽高又乘了步长的框：锚框本来就以像素为单位',
        cards: ['yolov3-loss/decode-numeric', 'yolov3-loss/tw-target'],
        choice: (raw, anchor, { stride }) => anchor * Math.exp(raw) * stride,
      },
      'yolov5-wh': {
        en: "boxes with YOLOv5's size, the anchor times (2 s(t))²",
        zh: '采用 YOLOv5 的宽高（锚框乘以 (2 s(t))²）的框',
        cards: ['yolov3-loss/tw-target'],
        choice: (raw, anchor) => anchor * (2 * sigmoid(raw)) ** 2,
      },
      'wh-with-sigmoid': {
        en: 'boxes whose width and height are the anchor times s(t); it is the anchor times exp(t)',
        zh: '宽高等于锚框乘以 s(t) 的框；应为锚框乘以 exp(t)',
        cards: ['yolov3-loss/tw-target'],
        choice: (raw, anchor) => anchor * sigmoid(raw),
      },
      'exponential-of-sigmoid': {
        en: 'boxes whose width and height are the anchor times exp(s(t)): the sigmoid went over all channels, and tw and th have none',
        zh: '宽高等于锚框乘以 exp(s(t)) 的框：sigmoid 用在了所有通道上，而 tw、th 不经过 sigmoid',
        cards: ['yolov3-loss/tw-target'],
        choice: (raw, anchor) => anchor * Math.exp(sigmoid(raw)),
      },
      'wh-in-grid-units': {
        en: 'boxes whose width and height are divided by the stride, as with anchors in units of the grid; pixels are asked for',
        zh: '宽高除以了步长的框（锚框换算成了网格单位）；要求以像素为单位',
        cards: ['yolov3-loss/decode-numeric', 'yolov3-loss/tw-target'],
        choice: (raw, anchor, { stride }) => (anchor / stride) * Math.exp(raw),
      },
    },
    anchor: {
      'anchors-as-height-width': {
        en: 'boxes whose anchors are read as height, width; a row is width, height',
        zh: '把锚框当作 高、宽 读取的框；一行是 宽、高',
        cards: ['yolov3-loss/decode-numeric'],
        choice: ([width, height]) => [height, width],
      },
    },
    objectness: {
      'objectness-without-sigmoid': {
        en: 'an objectness without its sigmoid',
        zh: '没有做 sigmoid 的目标性',
        cards: ['yolov3-loss/objectness-target'],
        choice: (raw) => raw,
      },
    },
    classes: {
      'class-softmax': {
        en: 'classes from a softmax; each is a sigmoid by itself',
        zh: '用 softmax 得到的类别得分；每个类别应各自取 sigmoid',
        cards: ['yolov3-loss/why-bce-class'],
        choice: softmax,
      },
      'class-without-sigmoid': {
        en: 'classes without their sigmoid',
        zh: '没有做 sigmoid 的类别得分',
        cards: ['yolov3-loss/why-bce-class'],
        choice: (raw) => raw,
      },
      'class-times-objectness': {
        en: 'classes multiplied by the objectness; that is for the final scores, not asked for here',
        zh: '乘了目标性的类别得分；那是最后计算置信度时的事，这里不要求',
        cards: ['yolov3-loss/why-bce-class', 'yolov3-loss/objectness-target'],
        choice: (raw, objectness) => raw.map((one) => sigmoid(one) * objectness),
      },
    },
    channels: {
      'ty-before-tx': {
        en: 'boxes whose x is made of ty and y of tx; the channels are tx, ty, tw, th',
        zh: 'x 用了 ty、y 用了 tx 的框；通道次序是 tx、ty、tw、th',
        cards: ['yolov3-loss/channels'],
        choice: ([tx, ty, tw, th]) => [ty, tx, tw, th],
      },
      'th-before-tw': {
        en: 'boxes whose width is made of th and height of tw; the channels are tx, ty, tw, th',
        zh: '宽用了 th、高用了 tw 的框；通道次序是 tx、ty、tw、th',
        cards: ['yolov3-loss/channels'],
        choice: ([tx, ty, tw, th]) => [tx, ty, th, tw],
      },
    },
    form: {
      'y-before-x-returned': {
        en: 'boxes with y before x; x, the distance along a row, comes first',
        zh: 'y 排在 x 前面的框；应先写 x（沿行方向的距离）',
        cards: ['yolov3-loss/decode-numeric'],
        choice: ([x, y, w, h]) => [y, x, w, h],
      },
      'h-before-w-returned': {
        en: 'boxes with the height before the width; the width comes first',
        zh: '高排在宽前面的框；应先写宽',
        cards: ['yolov3-loss/decode-numeric'],
        choice: ([x, y, w, h]) => [x, y, h, w],
      },
      'rows-first-returned': {
        en: 'boxes as y, x, height, width; x, y, width, height are asked for',
        zh: '按 y、x、高、宽排列的框；要求的是 x、y、宽、高',
        cards: ['yolov3-loss/decode-numeric'],
        choice: ([x, y, w, h]) => [y, x, h, w],
      },
      'corners-returned': {
        en: 'boxes as corners x1, y1, x2, y2; centre and size are asked for',
        zh: '以角点 x1、y1、x2、y2 表示的框；要求的是中心和宽高',
        cards: ['yolov3-loss/decode-numeric'],
        choice: ([x, y, w, h]) => [x - w / 2, y - h / 2, x + w / 2, y + h / 2],
      },
      'top-left-returned': {
        en: 'boxes whose x and y are their top left corner; the centre is asked for',
        zh: 'x、y 为左上角的框；要求的是中心',
        cards: ['yolov3-loss/decode-numeric'],
        choice: ([x, y, w, h]) => [x - w / 2, y - h / 2, w, h],
      },
    },
    rows: {
      'cells-before-anchors': {
        en: 'rows that go through the cells first, with the anchors of a cell together; the anchors come first',
        zh: '先按单元排列、同一单元的各锚框相邻的行；应先按锚框排列',
        cards: ['yolov3-loss/channels'],
        choice: (a, b) => a.row - b.row || a.column - b.column || a.anchor - b.anchor,
      },
      'columns-before-rows': {
        en: 'rows that go down the columns of the grid; they go along its rows',
        zh: '沿网格的列往下排列的行；应沿网格的行排列',
        cards: ['yolov3-loss/channels'],
        choice: (a, b) => a.anchor - b.anchor || a.column - b.column || a.row - b.row,
      },
    },
    layout: {
      'channels-last': {
        en: 'boxes read from a map taken as [A, H, W, 5+C]: reshaping moves no axis, transpose it',
        zh: '把特征图当作 [A, H, W, 5+C] 读取得到的框：reshape 不会移动轴，应当转置',
        cards: ['yolov3-loss/channels'],
        choice: 'channels last',
      },
      'reshaped-not-transposed': {
        en: 'decoded maps [A, 5+C, H, W] that are reshaped to rows without moving the channels to the end: a row then has numbers of several cells; transpose first',
        zh: '解码后的 [A, 5+C, H, W] 没有先把通道移到最后、就直接 reshape 成行：一行里混进了多个单元的数；应先转置',
        cards: ['yolov3-loss/channels'],
        choice: 'reshaped',
      },
    },
  },
  {
    'yolov5-boxes': {
      en: 'the boxes of YOLOv5',
      zh: 'YOLOv5 的框',
      of: ['yolov5-xy', 'yolov5-wh'],
    },
  },
)

function softmax(logits: readonly number[]): readonly number[] {
  const most = Math.max(...logits)
  const weights = logits.map((logit) => Math.exp(logit - most))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
