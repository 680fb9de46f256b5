import { f32 } from '../../arrays.ts'
import type { RuleTable } from '../../rules.ts'
import type { StepInputs } from './optimiser.ts'

/** Which of the steps are taken, and in which order. */
export interface StepsChoices {
  readonly taken?: 'all but the first' | 'all but the last' | 'the last first'
}

/** The gradients of the steps that are taken, as if no others had been given. */
export function stepsTaken([params, grads]: StepInputs, { taken }: StepsChoices): StepInputs {
  const [steps = 0, size = 0] = grads.shape
  if (taken === undefined || steps === 0) return [params, grads]
  if (taken === 'the last first') {
    const rowOf = (at: number) => steps - 1 - Math.floor(at / size)
    return [params, f32(grads.shape, (at) => grads.data[rowOf(at) * size + (at % size)] ?? 0)]
  }
  const from = taken === 'all but the first' ? size : 0
  return [params, f32([steps - 1, size], (at) => grads.data[from + at] ?? 0)]
}

/** @param zh its name behind 的, where Chinese has another */
export function stepsRules(
  optimiser: string,
  cards: readonly string[],
  zh = ` ${optimiser}`,
): Required<RuleTable<StepsChoices>> {
  return {
    taken: {
      'first-step-left-out': {
        en: `${optimiser} that leaves out the first row of gradients: each row is a step, and the first is row 0`,
        zh: `漏掉第一行梯度的${zh}：每一行各是一步，第一步是第 0 行`,
        cards,
        choice: 'all but the first',
      },
      'last-step-left-out': {
        en: `${optimiser} that leaves out the last row of gradients: each row is a step, T of them in all`,
        zh: `漏掉最后一行梯度的${zh}：每一行各是一步，共 T 步`,
        cards,
        choice: 'all but the last',
      },
      'steps-reversed': {
        en: `${optimiser} that takes the rows of gradients from the last to the first: row 0 is the first step`,
        zh: `从最后一行梯度往前更新的${zh}：第一步用的应是第 0 行`,
        cards,
        choice: 'the last first',
      },
    },
  }
}
