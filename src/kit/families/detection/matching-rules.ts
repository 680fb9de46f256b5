import type { Text } from '../../../core/locale.ts'
import type { RuleTable } from '../../rules.ts'
import {
  type Match,
  shareObjects,
  takeBestOrNone,
  takeByObject,
  takeByObjectAgain,
  takeByOverlap,
  takeFirstFree,
} from './match.ts'
import type { OverlapRule } from './overlap.ts'

/** How people match detections to objects otherwise than COCO. */
export interface MatchingChoices {
  readonly match?: Match
  readonly comparison?: 'above'
  readonly extra?: Pick<OverlapRule, 'extra' | 'extraInAreas'>
}

/** @param what comes of the matching: "mAP" */
export function matchingRules({ en: name, zh: nameZh }: Text): Required<RuleTable<MatchingChoices>> {
  return {
    match: {
      'duplicates-counted': {
        en: `${name} in which several detections of one object all count as true positives; only the one with the highest score does`,
        zh: `把同一目标的多个检测都算作真阳性的${nameZh}；只有得分最高的那个才算`,
        cards: ['average-precision/duplicates'],
        choice: shareObjects,
      },
      'best-overlap-taken': {
        en: `${name} with the matching of Pascal VOC: a detection whose best object is taken is a false positive at once. COCO goes on to the best object that is free`,
        zh: `采用 Pascal VOC 匹配规则的${nameZh}：重叠最大的目标已被占用时直接判为假阳性。COCO 则在仍空闲的目标中取重叠最大的`,
        cards: ['average-precision/voc-taken', 'average-precision/free-ground-truth'],
        choice: takeBestOrNone,
      },
      'first-overlap': {
        en: `${name} in which a detection takes the first free object above the threshold instead of the one it overlaps most`,
        zh: `让检测匹配第一个超过阈值的空闲目标的${nameZh}；应匹配重叠最大的那个`,
        cards: ['average-precision/free-ground-truth'],
        choice: takeFirstFree,
      },
      'matched-by-overlap': {
        en: `${name} with the matching of YOLOv5: of the detections that overlap an object most, the object keeps the one with the largest IoU, not the one with the highest score`,
        zh: `采用 YOLOv5 匹配方式的${nameZh}：争同一目标的检测中保留 IoU 最大的，而不是得分最高的`,
        cards: ['average-precision/greedy-order', 'average-precision/free-ground-truth'],
        choice: takeByOverlap,
      },
      'matched-by-object': {
        en: `${name} in which each object looks for the detection that overlaps it most; the detections choose, by falling score`,
        zh: `由每个目标去找与它重叠最大的检测的${nameZh}；应按得分从高到低由检测来选目标`,
        cards: ['average-precision/greedy-order', 'average-precision/free-ground-truth'],
        choice: takeByObject,
      },
      'matched-by-object-again': {
        en: `${name} in which each object looks for the detection that overlaps it most, also for one that another object has; the detections choose, by falling score, and each takes one object`,
        zh: `由每个目标去找与它重叠最大的检测、已被别的目标占用的也照样取的${nameZh}；应按得分从高到低由检测来选目标，每个检测只取一个`,
        cards: ['average-precision/greedy-order', 'average-precision/free-ground-truth'],
        choice: takeByObjectAgain,
      },
    },
    comparison: {
      'threshold-strict': {
        en: `${name} in which an IoU equal to the threshold does not match; in pycocotools it does`,
        zh: `IoU 恰好等于阈值时不算匹配的${nameZh}；pycocotools 中算匹配`,
        cards: ['average-precision/iou-equal'],
        choice: 'above',
      },
    },
    extra: {
      'plus-one': {
        en: `${name} with widths and heights of x2 - x1 + 1; nothing is added to coordinates that are no pixel indices`,
        zh: `宽高按 x2 - x1 + 1 计算的${nameZh}；这里不应加 1`,
        cards: ['nms/plus-one', 'nms/plus-one-iou'],
        choice: { extra: 1 },
      },
      'plus-one-in-overlap': {
        en: `${name} with + 1 in the widths and heights of the intersection, but not in those of the boxes; nothing is added to either`,
        zh: `只在交集的宽高上加 1、框本身不加的${nameZh}；两者都不应加`,
        cards: ['nms/plus-one', 'nms/plus-one-iou'],
        choice: { extra: 1, extraInAreas: 0 },
      },
    },
  }
}
