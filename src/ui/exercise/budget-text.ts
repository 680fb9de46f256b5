import type { Budget } from '../../core/exercise.ts'
import { joinTexts, type Text, verbatim } from '../../core/locale.ts'
import { aside, enumerate, join } from '../words/punctuation.ts'

/** A line for each thing that is measured. */
export function budgetText(budget: Budget | undefined): Text {
  const texts = budget === undefined ? [NO_BUDGET] : budgetTexts(budget)
  return joinTexts(texts, verbatim('\n'))
}

/** The same in few words. */
export function shortBudget(budget: Budget | undefined): Text {
  if (budget === undefined) return { en: 'no budget', zh: '无性能要求' }
  const { ratio, growth, memory } = budget
  return enumerate([
    ...(ratio === undefined
      ? []
      : [{ en: `within ${ratio}x the reference`, zh: `参考实现的 ${ratio} 倍以内` }]),
    ...growth.map(({ label, limit }) => shortGrowth(label, limit)),
    ...memory.map(({ label, limit }) => ({
      en: `memory ${label} ${limit}x`,
      zh: `内存 ${label} ${limit} 倍`,
    })),
  ])
}

function shortGrowth(label: string, limit: number): Text {
  return { en: `${label}: ${limit}x`, zh: `${label}：${limit} 倍` }
}

const NO_BUDGET: Text = { en: 'none: only the answers count', zh: '无，只看结果' }

function budgetTexts({ ratio, growth, memory }: Budget): readonly Text[] {
  return [
    ...(ratio === undefined ? [] : [ratioBudget(ratio)]),
    ...growth.map(({ label, limit, gold }) =>
      gold === undefined
        ? growthBudget(label, limit)
        : join(growthBudget(label, limit), aside(goldBudget(gold))),
    ),
    ...memory.map(({ label, limit }) => memoryBudget(label, limit)),
  ]
}

function ratioBudget(ratio: number): Text {
  return { en: `at most ${ratio}x the reference's CPU time`, zh: `CPU 时间不超过参考实现的 ${ratio} 倍` }
}

function growthBudget(label: string, limit: number): Text {
  return { en: `${label}: at most ${limit}x the time`, zh: `${label}：耗时增长不超过 ${limit} 倍` }
}

function memoryBudget(label: string, limit: number): Text {
  return { en: `${label}: at most ${limit}x the memory`, zh: `${label}：内存增长不超过 ${limit} 倍` }
}

function goldBudget(gold: number): Text {
  return { en: `gold at ${gold}x`, zh: `金牌 ${gold} 倍以内` }
}
