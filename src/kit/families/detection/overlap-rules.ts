import type { Text } from '../../../core/locale.ts'
import type { RuleTable } from '../../rules.ts'
import type { Box, OverlapRule } from './overlap.ts'

/** How people get the overlap of two boxes wrong. */
export interface OverlapChoices {
  readonly extra?: Pick<OverlapRule, 'extra' | 'extraInAreas'>
  readonly clamp?: NonNullable<OverlapRule['clamp']>
  readonly divisor?: NonNullable<OverlapRule['divisor']>
  readonly corners?: (box: Box) => Box
}

/** @param what is computed from the overlap: "NMS" */
export function overlapRules({ en: name, zh: nameZh }: Text): Required<RuleTable<OverlapChoices>> {
  return {
    extra: {
      'plus-one': {
        en: `${name} with widths and heights of x2 - x1 + 1: these coordinates are no pixel indices, so nothing is added`,
        zh: `宽高按 x2 - x1 + 1 计算的${nameZh}：这里的坐标不是像素下标，不应加 1`,
        cards: ['nms/plus-one', 'nms/plus-one-iou'],
        choice: { extra: 1 },
      },
      'plus-one-in-overlap': {
        en: `${name} with + 1 in the widths and heights of the intersection, but not in those of the boxes; nothing is added to either`,
        zh: `只在交集的宽高上加 1、框本身不加的${nameZh}；两者都不应加`,
        cards: ['nms/plus-one', 'nms/plus-one-iou'],
        choice: { extra: 1, extraInAreas: 0 },
      },
      'plus-one-in-areas': {
        en: `${name} with + 1 in the widths and heights of the boxes, but not in those of the intersection; nothing is added to either`,
        zh: `只在框的宽高上加 1、交集不加的${nameZh}；两者都不应加`,
        cards: ['nms/plus-one', 'nms/plus-one-iou'],
        choice: { extraInAreas: 1 },
      },
    },
    clamp: {
      'overlap-not-clamped': {
        en: `${name} whose overlap is not clamped at 0: boxes apart in both x and y get a positive product of two negative lengths`,
        zh: `重叠宽高没有截断到 0 的${nameZh}：两个方向都不相交的框，两个负数相乘反而得到正面积`,
        cards: ['iou/clamp'],
        choice: 'never',
      },
    },
    divisor: {
      'union-counts-twice': {
        en: `${name} that divides by the sum of both areas; the union is that sum minus the intersection`,
        zh: `除以两框面积之和的${nameZh}；并集应为面积之和减去交集`,
        cards: ['iou/definition'],
        choice: (one, other) => one + other,
      },
      'intersection-added': {
        en: `${name} that adds the intersection to the sum of both areas; the union is that sum minus the intersection`,
        zh: `在两框面积之和上又加了交集的${nameZh}；并集应为面积之和减去交集`,
        cards: ['iou/definition'],
        choice: (one, other, intersection) => one + other + intersection,
      },
      'divides-by-smaller': {
        en: `${name} that divides the intersection by the smaller area instead of the union`,
        zh: `把交集除以较小框面积（而不是并集）的${nameZh}`,
        cards: ['iou/definition'],
        choice: (one, other) => Math.min(one, other),
      },
    },
    corners: {
      'boxes-as-xywh': {
        en: `${name} that reads each box as x, y, width, height; the columns are x1, y1, x2, y2`,
        zh: `把每个框当作 x、y、宽、高的${nameZh}；四列其实是 x1、y1、x2、y2`,
        cards: ['iou/numeric', 'iou/definition'],
        choice: ([x, y, width, height]) => [x, y, x + width, y + height],
      },
      'boxes-as-centres': {
        en: `${name} that reads each box as centre x, centre y, width, height; the columns are x1, y1, x2, y2`,
        zh: `把每个框当作中心 x、中心 y、宽、高的${nameZh}；四列其实是 x1、y1、x2、y2`,
        cards: ['iou/numeric', 'iou/definition'],
        choice: ([x, y, width, height]) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2],
      },
    },
  }
}
