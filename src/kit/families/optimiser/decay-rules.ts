import type { RuleTable } from '../../rules.ts'

/** The decay that is used where another is asked for. */
export interface DecayChoices {
  readonly weightDecay?: (asked: number) => number
}

export function decayRules(optimiser: string, cards: readonly string[]): Required<RuleTable<DecayChoices>> {
  return {
    weightDecay: {
      'decay-doubled': {
        en: `${optimiser} that decays by 2 weightDecay times the parameter, as if the penalty had no factor 1/2`,
        zh: `按 2 weightDecay 乘参数衰减的 ${optimiser}，相当于惩罚项少了系数 1/2`,
        cards,
        choice: (asked) => 2 * asked,
      },
      'decay-halved': {
        en: `${optimiser} that decays by half of weightDecay times the parameter; the derivative of weightDecay / 2 times p² is weightDecay times p`,
        zh: `按 weightDecay 的一半乘参数衰减的 ${optimiser}；weightDecay / 2 乘 p² 的导数是 weightDecay 乘 p`,
        cards,
        choice: (asked) => asked / 2,
      },
      'decay-squared': {
        en: `${optimiser} that squares weightDecay; it is the parameter that the penalty squares`,
        zh: `把 weightDecay 平方了的 ${optimiser}；惩罚项里平方的是参数`,
        cards,
        choice: (asked) => asked ** 2,
      },
    },
  }
}
