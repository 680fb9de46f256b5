import { areaUnderEnvelope, interpolatedPrecision, mistakes, precisionWithoutEnvelope } from '#kit'
import { bestFree, mapWith } from './map-with.ts'

/** The mistakes people make in COCO's mAP. */
export const mutants = mistakes(mapWith, {
  'duplicates-counted': {
    en: 'mAP in which several detections of one object all count as true positives; only the one with the highest score does',
    zh: '把同一目标的多个检测都算作真正例的 mAP；只有得分最高的那个才算',
    cards: ['average-precision/duplicates'],
    rule: {
      match: (overlaps, taken, threshold) =>
        bestFree(
          overlaps,
          taken.map(() => false),
          threshold,
        ),
    },
  },
  'best-overlap-taken': {
    en: 'mAP with the matching of Pascal VOC: a detection whose best object is taken is a false positive at once. COCO goes on to the best object that is free',
    zh: '采用 Pascal VOC 匹配规则的 mAP：重叠最大的目标已被占用时直接判为假正例。COCO 则在仍空闲的目标中取重叠最大的',
    cards: ['average-precision/voc-taken', 'average-precision/free-ground-truth'],
    rule: {
      match: (overlaps, taken, threshold) => {
        const best = bestFree(overlaps, [], threshold)
        return taken[best] ? -1 : best
      },
    },
  },
  'first-overlap': {
    en: 'mAP in which a detection takes the first free object above the threshold instead of the one it overlaps most',
    zh: '让检测匹配第一个超过阈值的空闲目标的 mAP；应匹配重叠最大的那个',
    cards: ['average-precision/free-ground-truth'],
    rule: {
      match: (overlaps, taken, threshold) =>
        overlaps.findIndex((overlap, at) => !taken[at] && overlap >= threshold),
    },
  },
  'threshold-strict': {
    en: 'mAP in which an IoU equal to the threshold does not match; in pycocotools it does',
    zh: 'IoU 恰好等于阈值时不算匹配的 mAP；pycocotools 中算匹配',
    cards: ['average-precision/iou-equal'],
    rule: { match: (overlaps, taken, threshold) => bestFree(overlaps, taken, threshold + 1e-9) },
  },
  'not-sorted': {
    en: 'mAP over the detections in input order: they are not sorted by score',
    zh: '按输入顺序处理检测的 mAP：没有按得分排序',
    cards: ['average-precision/greedy-order', 'average-precision/steps'],
    rule: {
      prepare: ({ detections, truths }) => ({
        truths,
        detections: detections.map((d) => ({ ...d, score: 0 })),
      }),
    },
  },
  'no-detection-limit': {
    en: 'mAP without the limit of 100 detections',
    zh: '没有 100 个检测上限的 mAP',
    cards: ['average-precision/max-detections'],
    rule: { limit: 'none' },
  },
  'limit-per-image': {
    en: 'mAP with 100 detections an image over all classes; pycocotools cuts each class of each image',
    zh: '每张图所有类别合计最多 100 个检测的 mAP；pycocotools 是对每张图的每个类别分别截断',
    cards: ['average-precision/max-detections-per-class', 'average-precision/max-detections'],
    rule: { limit: 'image' },
  },
  'absent-class-zero': {
    en: 'mAP that counts a class with detections but no ground truth as 0; such a class is left out',
    zh: '把只有检测、没有真值的类别按 0 计入平均的 mAP；这样的类别应当不计',
    cards: ['average-precision/absent-class'],
    rule: { classes: ({ detections, truths }) => [...detections, ...truths].map(({ label }) => label) },
  },
  'no-truth-zero': {
    says: {
      en: 'Your output is 0 where there is no ground truth at all; COCOeval gives -1, for nothing can be said.',
      zh: '完全没有真值时你的输出是 0；COCOeval 给出 -1，表示无从评价。',
    },
    cards: ['average-precision/absent-class'],
    rule: { nothing: 0 },
  },
  'no-truth-nan': {
    says: {
      en: 'Your output is NaN where there is no ground truth at all (the mean of nothing); COCOeval gives -1.',
      zh: '完全没有真值时你的输出是 NaN（对空集求平均）；COCOeval 给出 -1。',
    },
    cards: ['average-precision/absent-class'],
    rule: { nothing: Number.NaN },
  },
  'no-envelope': {
    en: 'mAP on the raw precisions: each must first be raised to the best precision at its recall or a higher one',
    zh: '直接使用原始精确率的 mAP：应先把每个精确率提升为该召回率及更高召回率处的最大值（包络）',
    cards: ['average-precision/envelope', 'average-precision/zigzag'],
    rule: { precision: precisionWithoutEnvelope },
  },
  'area-under-envelope': {
    en: 'mAP with the area under the envelope (Pascal VOC 2010 and later) instead of the mean at 101 recalls',
    zh: '用包络曲线下面积（Pascal VOC 2010 及以后）计算的 mAP，而不是 101 个召回率处的平均',
    cards: ['average-precision/coco-101', 'average-precision/why-area'],
    rule: { precision: areaUnderEnvelope },
  },
  'eleven-point': {
    en: 'mAP with the 11 recalls of Pascal VOC 2007 instead of 101',
    zh: '用 Pascal VOC 2007 的 11 个召回率（而不是 101 个）计算的 mAP',
    cards: ['average-precision/eleven-vs-101', 'average-precision/eleven-point'],
    rule: { precision: (hits, positives) => interpolatedPrecision(hits, positives, 10) },
  },
  'averaged-over-images': {
    en: 'an AP for each image, averaged; the detections of a class are ranked over all images together',
    zh: '先对每张图算 AP 再取平均；同一类别的检测应在所有图像上统一排序',
    cards: ['average-precision/pooled'],
    rule: { ranking: 'by image' },
  },
  'classes-pooled': {
    en: 'one AP over the detections of all classes together; mAP takes one for each class and averages them',
    zh: '把所有类别的检测放在一起算一个 AP；mAP 应逐类计算后再平均',
    cards: ['average-precision/class-weight'],
    rule: { ranking: 'over classes' },
  },
  'labels-ignored': {
    en: 'mAP that ignores the labels: a detection may match an object of another class',
    zh: '忽略类别标签的 mAP：检测可以匹配到其他类别的目标',
    cards: ['average-precision/steps', 'average-precision/class-weight'],
    rule: {
      prepare: ({ detections, truths }) => ({
        detections: detections.map((detection) => ({ ...detection, label: 0 })),
        truths: truths.map((truth) => ({ ...truth, label: 0 })),
      }),
    },
  },
  'plus-one': {
    en: 'mAP with widths and heights of x2 - x1 + 1',
    zh: '宽高按 x2 - x1 + 1 计算的 mAP；这里不应加 1',
    cards: ['nms/plus-one', 'nms/plus-one-iou'],
    rule: { extra: 1 },
  },
  'only-iou-50': {
    says: {
      en: 'Your map equals map50: COCO averages over the ten IoU thresholds .50, .55 ... .95.',
      zh: '你的 map 等于 map50；COCO 要在 .50、.55 …… .95 这十个 IoU 阈值上取平均。',
    },
    cards: ['average-precision/coco-average', 'average-precision/coco-why-average'],
    rule: { mean: ([at50 = 0]) => at50 },
  },
})
