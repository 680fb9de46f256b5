import { areaInSteps, areaUnderLines, defineRules, matchingRules, precisionAtLevels, yoloAverage } from '#kit'
import { mapWith } from './map-with.ts'

/** The mistakes people make in COCO's mAP. */
export const rules = defineRules(
  mapWith,
  {
    ...matchingRules({ en: 'mAP', zh: ' mAP' }),
    order: {
      'not-sorted': {
        en: 'mAP over the detections in input order: they are not sorted by score',
        zh: '按输入顺序处理检测的 mAP：没有按得分排序',
        cards: ['average-precision/greedy-order', 'average-precision/steps'],
        choice: 'as given',
      },
    },
    ties: {
      'ties-by-index': {
        en: 'mAP that takes equal scores in input order, whatever their images; the lower image id comes first',
        zh: '得分相同时按输入顺序、不看图像的 mAP；应先按图像编号',
        cards: ['average-precision/greedy-order'],
        choice: 'by index',
        nuisance: true,
      },
      'ties-reversed': {
        en: 'mAP that takes equal scores by falling index, as argsort(scores)[::-1] does',
        zh: '得分相同时取下标较大者优先的 mAP（argsort(scores)[::-1] 就会这样）',
        cards: ['average-precision/greedy-order'],
        choice: 'by falling index',
        nuisance: true,
      },
      'ties-reversed-in-image': {
        en: 'mAP that takes equal scores of an image by falling index, as argsort(scores)[::-1] does',
        zh: '同一图像内得分相同时取下标较大者优先的 mAP（argsort(scores)[::-1] 就会这样）',
        cards: ['average-precision/greedy-order'],
        choice: 'by falling index in an image',
        nuisance: true,
      },
    },
    sorting: {
      'unstable-sort': {
        en: 'mAP with a sort that is not stable, as np.argsort is by default: equal scores come in any order',
        zh: '排序不稳定的 mAP（np.argsort 默认如此）：得分相同的检测顺序不定',
        cards: ['average-precision/greedy-order'],
        choice: 'each class',
        nuisance: true,
      },
      'unstable-sort-of-all': {
        en: 'mAP that sorts the detections of all classes at once, by a sort that is not stable, as np.argsort is by default: equal scores come in any order',
        zh: '对所有类别的检测一起排序、且排序不稳定的 mAP（np.argsort 默认如此）：得分相同的检测顺序不定',
        cards: ['average-precision/greedy-order'],
        choice: 'all',
        nuisance: true,
      },
    },
    limit: {
      'no-detection-limit': {
        en: 'mAP without the limit of 100 detections',
        zh: '没有 100 个检测上限的 mAP',
        cards: ['average-precision/max-detections'],
        choice: 'none',
        nuisance: true,
      },
      'limit-per-image': {
        en: 'mAP with 100 detections an image over all classes; pycocotools cuts each class of each image',
        zh: '每张图所有类别合计最多 100 个检测的 mAP；pycocotools 是对每张图的每个类别分别截断',
        cards: ['average-precision/max-detections-per-class', 'average-precision/max-detections'],
        choice: 'image',
        nuisance: true,
      },
    },
    classes: {
      'absent-class-zero': {
        en: 'mAP that counts a class with detections but no ground truth as 0; such a class is left out',
        zh: '把只有检测、没有真值的类别按 0 计入平均的 mAP；这样的类别应当不计',
        cards: ['average-precision/absent-class'],
        choice: ({ detections, truths }) => [...detections, ...truths].map(({ label }) => label),
      },
      'undetected-class-left-out': {
        en: 'mAP that leaves out a class with ground truth but no detection; it counts as 0',
        zh: '不计入有真值但没有检测的类别的 mAP；这样的类别应按 0 计入',
        cards: ['average-precision/absent-class'],
        choice: ({ detections, truths }) =>
          truths.map(({ label }) => label).filter((label) => detections.some((one) => one.label === label)),
      },
    },
    nothing: {
      'no-truth-zero': {
        en: '0 where there is no ground truth at all; COCOeval gives -1, for nothing can be said',
        zh: '完全没有真值时得 0 的 mAP；COCOeval 给出 -1，表示无从评价',
        cards: ['average-precision/absent-class'],
        choice: 0,
        nuisance: true,
      },
      'no-truth-nan': {
        en: 'NaN where there is no ground truth at all (the mean of nothing); COCOeval gives -1',
        zh: '完全没有真值时得 NaN（对空集求平均）的 mAP；COCOeval 给出 -1',
        cards: ['average-precision/absent-class'],
        choice: Number.NaN,
        nuisance: true,
      },
    },
    envelope: {
      'no-envelope': {
        en: 'mAP on the raw precisions: each must first be raised to the best precision at its recall or a higher one',
        zh: '直接使用原始精确率的 mAP：应先把每个精确率提升为该召回率及更高召回率处的最大值（包络）',
        cards: ['average-precision/envelope', 'average-precision/zigzag'],
        choice: 'none',
      },
    },
    average: {
      'area-under-envelope': {
        en: 'mAP with the area under the curve, each rise of the recall times its precision (Pascal VOC 2010 and later), instead of the mean at 101 recalls',
        zh: '用曲线下面积（召回率增量乘以精确率，Pascal VOC 2010 及以后）计算的 mAP，而不是 101 个召回率处的平均',
        cards: ['average-precision/coco-101', 'average-precision/why-area'],
        choice: areaInSteps,
      },
      'eleven-point': {
        en: 'mAP with the 11 recalls of Pascal VOC 2007 instead of 101',
        zh: '用 Pascal VOC 2007 的 11 个召回率（而不是 101 个）计算的 mAP',
        cards: ['average-precision/eleven-vs-101', 'average-precision/eleven-point'],
        choice: (points, { reaches }) => precisionAtLevels(points, 10, reaches),
      },
      'trapezoid-rule': {
        en: 'mAP with the area under the raw precisions, without their envelope, by the trapezoid rule, as np.trapezoid and sklearn.metrics.auc have it, instead of the mean at 101 recalls',
        zh: '对原始精确率（没有包络）用梯形法（np.trapezoid、sklearn.metrics.auc 的做法）求面积的 mAP，而不是 101 个召回率处的平均',
        cards: ['average-precision/coco-101', 'average-precision/raw-area'],
        choice: (_, { raw }) => areaUnderLines(raw),
      },
      'trapezoid-from-one': {
        en: 'mAP with the area under the raw precisions, without their envelope, by the trapezoid rule from precision 1 at recall 0, instead of the mean at 101 recalls',
        zh: '从召回率 0、精确率 1 起对原始精确率（没有包络）用梯形法求面积的 mAP，而不是 101 个召回率处的平均',
        cards: ['average-precision/coco-101', 'average-precision/raw-area'],
        choice: (_, { raw }) => areaUnderLines([{ recall: 0, precision: 1 }, ...raw]),
      },
      'trapezoid-from-zero': {
        en: 'mAP with the area under the raw precisions, without their envelope, by the trapezoid rule from precision 0 at recall 0, instead of the mean at 101 recalls',
        zh: '从召回率 0、精确率 0 起对原始精确率（没有包络）用梯形法求面积的 mAP，而不是 101 个召回率处的平均',
        cards: ['average-precision/coco-101', 'average-precision/raw-area'],
        choice: (_, { raw }) => areaUnderLines([{ recall: 0, precision: 0 }, ...raw]),
      },
      'yolov5-average': {
        en: "mAP with YOLOv5's AP: straight lines between the points, from precision 1 at recall 0 down to 0 at recall 1; COCO takes the precision at the next recall that is reached",
        zh: '采用 YOLOv5 算法的 mAP：各点之间线性插值，从召回率 0 处的精确率 1 直到召回率 1 处的 0；COCO 取下一个达到的召回率处的精确率',
        cards: ['average-precision/coco-101', 'average-precision/envelope'],
        choice: yoloAverage,
      },
    },
    recall: {
      'recall-strict': {
        en: 'mAP with the precision at a recall strictly above each level; a recall equal to it counts',
        zh: '只取召回率严格大于各点时的精确率的 mAP；等于也算达到',
        cards: ['average-precision/coco-101'],
        choice: (reached, level) => reached > level,
      },
    },
    pool: {
      'averaged-over-images': {
        en: 'an AP for each image, averaged; the detections of a class are ranked over all images together',
        zh: '先对每张图算 AP 再取平均；同一类别的检测应在所有图像上统一排序',
        cards: ['average-precision/pooled'],
        choice: 'by image',
      },
      'classes-pooled': {
        en: 'one AP over the detections of all classes together; mAP takes one for each class and averages them',
        zh: '把所有类别的检测放在一起算一个 AP；mAP 应逐类计算后再平均',
        cards: ['average-precision/class-weight'],
        choice: 'over classes',
      },
    },
    labels: {
      'labels-ignored': {
        en: 'mAP that ignores the labels: a detection may match an object of another class',
        zh: '忽略类别标签的 mAP：检测可以匹配到其他类别的目标',
        cards: ['average-precision/steps', 'average-precision/class-weight'],
        choice: 'ignored',
      },
    },
    images: {
      'images-ignored': {
        en: 'mAP that ignores the images: a detection may match an object of another image',
        zh: '忽略图像编号的 mAP：检测可以匹配到其他图像中的目标',
        cards: ['average-precision/steps', 'average-precision/greedy-order'],
        choice: 'ignored',
      },
    },
    mean: {
      'only-iou-50': {
        en: 'a map that is map50 alone: COCO averages over the ten IoU thresholds .50, .55 ... .95',
        zh: '只等于 map50 的 map；COCO 要在 .50、.55 …… .95 这十个 IoU 阈值上取平均',
        cards: ['average-precision/coco-average', 'average-precision/coco-why-average'],
        choice: ([at50 = 0]) => at50,
      },
      'nine-thresholds': {
        en: 'a map over nine IoU thresholds: .95 is missing, for np.arange stops before its end',
        zh: '只在九个 IoU 阈值上平均的 map：漏了 .95（np.arange 不含终点）',
        cards: ['average-precision/coco-average'],
        choice: (byThreshold) => byThreshold.slice(0, 9).reduce((sum, value) => sum + value, 0) / 9,
      },
    },
  },
  {
    'voc-2007': {
      en: "Pascal VOC's protocol of 2007",
      zh: 'Pascal VOC 2007 的评测协议',
      of: ['best-overlap-taken', 'threshold-strict', 'eleven-point', 'plus-one'],
    },
    'voc-2010': {
      en: "Pascal VOC's protocol of 2010 and later",
      zh: 'Pascal VOC 2010 及以后的评测协议',
      of: ['best-overlap-taken', 'threshold-strict', 'area-under-envelope', 'plus-one'],
    },
    yolov5: {
      en: 'the evaluation of YOLOv5',
      zh: 'YOLOv5 的评测方式',
      of: ['matched-by-overlap', 'yolov5-average'],
    },
  },
)
