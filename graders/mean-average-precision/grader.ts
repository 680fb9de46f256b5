import {
  type Box,
  type Detection,
  defineGrader,
  detectionTraits,
  drawScene,
  isClearScene,
  meetingScene,
  type Random,
  type Scene,
  sceneRelations,
  type Truth,
} from '#kit'
import { meanAveragePrecision } from './reference.ts'
import { rules } from './rules.ts'
import { type MapArgs, toArgs, toScene } from './scene.ts'

const SQUARE: Box = [0, 0, 10, 10]
const ASIDE: Box = [50, 50, 60, 60]
/** Lines: they have no area. */
const UPRIGHT: Box = [5, 0, 5, 10]
const FLAT: Box = [0, 5, 10, 5]

export const grader = defineGrader({
  reference: meanAveragePrecision,
  examples: [
    scene(
      [found(SQUARE, 0.9), found([50, 50, 60, 60], 0.8, { image: 2 }), found(SQUARE, 0.7, { image: 2 })],
      [truth([0, 0, 10, 8.75]), truth(SQUARE, { image: 2 })],
    ),
  ],
  cases: [
    [{ en: 'one object, found', zh: '1 个目标，已检出' }, ...scene([found(SQUARE, 0.9)])],
    [{ en: 'IoU 0.75 exactly', zh: 'IoU 恰为 0.75' }, ...scene([found([0, 0, 10, 7.5], 0.9)])],
    [{ en: 'IoU 0.5 exactly', zh: 'IoU 恰为 0.5' }, ...scene([found([0, 0, 10, 5], 0.9)])],
    [
      { en: 'a false positive before the true one', zh: '假阳性排在真阳性之前' },
      ...scene([found(ASIDE, 0.9), found(SQUARE, 0.8)]),
    ],
    [
      { en: 'a duplicate', zh: '重复检测' },
      ...scene([found(SQUARE, 0.9), found([0, 0, 10, 9.25], 0.8)], [truth(SQUARE), truth(ASIDE)]),
    ],
    [
      { en: 'the same detections, scores the other way round', zh: '同样的检测，得分高低相反' },
      ...scene([found(ASIDE, 0.2), found(SQUARE, 0.3), found([1, 0, 11, 10], 0.9)]),
    ],
    [
      {
        en: 'two neighbours: the better one is taken, the other free',
        zh: '两个相邻目标：IoU 大的已被占用，另一个空闲',
      },
      ...scene(
        [found([0, 0, 10, 9.25], 0.9), found([0, 0, 10, 8.75], 0.8)],
        [truth(SQUARE), truth([0, 2, 10, 12])],
      ),
    ],
    [
      { en: 'the object listed first is not the best', zh: '列在前面的目标不是最佳匹配' },
      ...scene(
        [found([2.75, 0, 12.75, 10], 0.9), found([-2.75, 0, 7.25, 10], 0.8)],
        [truth(SQUARE), truth([3, 0, 13, 10])],
      ),
    ],
    [
      { en: 'normalised coordinates: an image is of size 1', zh: '归一化坐标：图像边长为 1' },
      ...scene([found([0, 0, 0.5, 0.375], 0.9)], [truth([0, 0, 0.5, 0.5])]),
    ],
    [{ en: 'no detection', zh: '没有检测' }, ...scene([])],
    [{ en: 'no ground truth', zh: '没有真值' }, ...scene([found(SQUARE, 0.9)], [])],
    [{ en: 'nothing at all', zh: '检测和真值都没有' }, ...scene([], [])],
    [
      { en: 'a class without ground truth', zh: '一个类别没有真值' },
      ...scene([found(SQUARE, 0.9), found(ASIDE, 0.8, { label: 2 })]),
    ],
    [
      { en: 'two classes without ground truth', zh: '两个类别没有真值' },
      ...scene([
        found(ASIDE, 0.9),
        found(SQUARE, 0.7),
        found(SQUARE, 0.9, { label: 3 }),
        found(ASIDE, 0.8, { label: 2 }),
      ]),
    ],
    [{ en: 'right box, wrong class', zh: '框对，类别错' }, ...scene([found(SQUARE, 0.9, { label: 2 })])],
    [{ en: 'right box, wrong image', zh: '框对，图像错' }, ...scene([found(SQUARE, 0.9, { image: 2 })])],
    [
      { en: 'image numbers that end alike', zh: '图像编号末尾几位相同' },
      ...scene(
        [found(SQUARE, 0.9)],
        [1001, 65_537, -1].map((image) => truth(SQUARE, { image })),
      ),
    ],
    [
      { en: 'ranked over both images', zh: '两张图像一起排序' },
      ...scene(
        [found(SQUARE, 0.5), found(ASIDE, 0.9, { image: 2 }), found(SQUARE, 0.1, { image: 2 })],
        [truth(SQUARE), truth(SQUARE, { image: 2 })],
      ),
    ],
    [
      { en: 'equal scores: by image, then by index', zh: '得分相同：先按图像，再按下标' },
      ...scene(
        [found(ASIDE, 0.5, { image: 2 }), found(SQUARE, 0.5), found(ASIDE, 0.5)],
        [truth(SQUARE), truth(SQUARE, { image: 2 })],
      ),
    ],
    [
      { en: 'boxes without area', zh: '面积为零的框' },
      ...scene([found([5, 5, 5, 5], 0.9), found(SQUARE, 0.8)]),
    ],
    [
      { en: 'equal boxes without width or height', zh: '相同的框，但宽或高为零' },
      ...scene(
        [found(UPRIGHT, 0.9), found(FLAT, 0.8), found(SQUARE, 0.7)],
        [truth(UPRIGHT), truth(FLAT), truth(SQUARE)],
      ),
    ],
    [
      { en: 'more than 100 detections of one class', zh: '同一类别的检测超过 100 个' },
      ...scene([...crowd(100, 1), found(SQUARE, 0.1)]),
    ],
    [
      { en: 'the limit of 100 among equal scores', zh: '第 100 个检测处得分相同' },
      ...scene([...crowd(100, 1).map((one) => ({ ...one, score: 0.5 })), found(SQUARE, 0.5)]),
    ],
    [
      { en: 'more than 100 detections of two classes together', zh: '两个类别的检测合计超过 100 个' },
      ...scene(
        [...crowd(60, 1), ...crowd(60, 2), found(SQUARE, 0.1)],
        [truth(SQUARE), truth(ASIDE, { label: 2 })],
      ),
    ],
  ],
  random: (random) => toArgs(drawScene(random, random.real() < 0.15 ? crowded(random) : small(random))),
  settle: (random, ...args) => toArgs(meetingScene(random, toScene(...args))),
  valid: (...args) => isClearScene(toScene(...args)),
  relations: sceneRelations(toArgs, toScene),
  tolerance: {
    rtol: 0,
    atol: 1e-6,
    why: 'precisions are ratios of counts; averaging them leaves 1e-15 in f64 and 1e-7 in f32.',
  },
  performance: {
    ratio: (random) => toArgs(drawClearScene(random)),
    fast: {
      en: 'Group the detections and the objects by class and image once, instead of looking through all of them for each; compute the IoUs of a group once and match on them at all ten thresholds; sort each class once.',
      zh: '先把检测和目标按类别、图像一次性分好组，不要每次都查找全部；每组的 IoU 只算一次，在十个阈值下都用它匹配；每个类别只排序一次。',
      cards: ['average-precision/steps', 'average-precision/pooled'],
    },
    lean: {
      en: 'Compute the IoUs of one image and class at a time: a matrix of all detections by all objects has D times G numbers, and matching looks at hardly any of them.',
      zh: '一次只计算一张图、一个类别的 IoU：所有检测对所有目标的矩阵有 D × G 个数，匹配时几乎都用不到。',
      cards: ['average-precision/steps'],
    },
  },
  rules,
  traits: [
    ...detectionTraits(),
    {
      text: { en: 'there is more than one class', zh: '不止一个类别' },
      holds: (...[, , { data: labels }, , , { data: truths }]) => new Set([...labels, ...truths]).size > 1,
    },
    {
      text: { en: 'there is more than one image', zh: '不止一张图像' },
      holds: (...[, , , { data: images }, , , { data: truths }]) => new Set([...images, ...truths]).size > 1,
    },
    {
      text: { en: 'a detection has a class that no object has', zh: '有检测的类别不属于任何目标' },
      holds: (...[, , { data: labels }, , , { data: truths }]) =>
        !labels.every((label) => truths.includes(label)),
    },
    {
      text: { en: 'an object has a class that no detection has', zh: '有目标的类别没有任何检测' },
      holds: (...[, , { data: labels }, , , { data: truths }]) =>
        !truths.every((label) => labels.includes(label)),
    },
    {
      text: { en: 'there are more than 100 detections', zh: '检测多于 100 个' },
      holds: (_, { data }) => data.length > 100,
    },
  ],
})

/** About one scene in forty has an IoU too near a threshold: there f32 and f64 may not agree. */
function drawClearScene(random: Random): Scene {
  const scene = drawScene(random, busy(random))
  return isClearScene(scene) ? scene : drawClearScene(random)
}

function busy(random: Random) {
  return { truths: 400, detections: 800, images: 40, classes: 5, score: random.real }
}

function scene(detections: readonly Detection[], truths: readonly Truth[] = [truth(SQUARE)]): MapArgs {
  return toArgs({ detections, truths })
}

function truth(box: Box, { label = 1, image = 1 } = {}): Truth {
  return { box, label, image }
}

function found(box: Box, score: number, where = {}): Detection {
  return { ...truth(box, where), score }
}

/** False positives with high scores. */
function crowd(count: number, label: number): readonly Detection[] {
  return Array.from({ length: count }, (_, at) =>
    found([200 + at, 200, 210 + at, 210], 0.9 - at / 1000, { label }),
  )
}

function small(random: Random) {
  return {
    truths: random.pick([0, 1, 3, 6, 12, 25]),
    detections: random.pick([0, 1, 4, 10, 25, 60]),
    images: random.int(1, 4),
    classes: random.int(1, 3),
    score: random.pick([random.real, () => random.int(-8, 8) / 8]),
  }
}

/** Beyond the 100 detections that count. */
function crowded(random: Random) {
  const [detections, classes] = [random.int(180, 260), random.pick([1, 2])]
  const score = random.pick([random.real, () => random.int(-8, 8)])
  return { truths: 53, detections, images: 1, classes, score }
}
