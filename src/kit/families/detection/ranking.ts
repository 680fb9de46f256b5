import type { Text } from '../../../core/locale.ts'
import { argsortAsNumpy } from '../../numpy-argsort.ts'
import type { RuleTable } from '../../rules.ts'

/** How people rank by scores. */
export interface RankingChoices {
  /** Of a score: the smallest number comes first. */
  readonly order?: (score: number) => number
  readonly ties?: 'by falling index'
  readonly sorting?: (keys: readonly number[]) => number[]
}

/** The places of the scores, in the order in which they are taken: by falling score, ties by index. */
export function rankedPlaces(
  scores: ArrayLike<number>,
  { order = (score) => -score, ties, sorting = argsort }: RankingChoices = {},
): readonly number[] {
  const keys = Array.from(scores, order)
  return ties ? sorting(keys.map((key) => -key)).reverse() : sorting(keys)
}

function argsort(keys: readonly number[]): number[] {
  return Array.from(keys.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
}

/** @param what is computed from the ranking: "mAP" */
export function rankingRules(what: Text, cards: readonly string[]): Required<RuleTable<RankingChoices>> {
  return {
    order: {
      'not-sorted': {
        en: `${what.en} of the detections in input order: they are not sorted by score`,
        zh: `没有按得分排序、直接按输入顺序处理检测的${what.zh}`,
        cards,
        choice: () => 0,
      },
      'sorted-ascending': {
        en: `${what.en} with the lowest score first: the sort is ascending`,
        zh: `从得分最低的检测开始的${what.zh}：排序方向反了（升序）`,
        cards,
        choice: (score) => score,
      },
    },
    ties: {
      'ties-reversed': {
        en: `${what.en} with equal scores by falling index, as argsort(scores)[::-1] has them; sort stably by the negated score`,
        zh: `得分相同时取下标较大者优先的${what.zh}（argsort(scores)[::-1] 就会这样）；应对负得分做稳定排序`,
        cards,
        choice: 'by falling index',
        nuisance: true,
      },
    },
    sorting: {
      'unstable-sort': {
        en: `${what.en} with a sort that is not stable, as np.argsort is by default: equal scores come in any order; sort with kind="stable"`,
        zh: `排序不稳定的${what.zh}（np.argsort 默认如此）：得分相同的检测顺序不定；应使用 kind="stable"`,
        cards,
        choice: argsortAsNumpy,
        nuisance: true,
      },
    },
  }
}
