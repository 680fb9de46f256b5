import type { RuleTable } from '../../rules.ts'

/** As a sign of the step. */
export interface DirectionChoices {
  readonly direction?: 1 | -1
}

export function directionRules(
  optimiser: string,
  cards: readonly string[],
): Required<RuleTable<DirectionChoices>> {
  return {
    direction: {
      ascent: {
        en: `${optimiser} that adds the step instead of subtracting it: it climbs`,
        zh: `把更新量加上去（而不是减去）的 ${optimiser}：成了梯度上升`,
        cards,
        choice: -1,
      },
    },
  }
}
