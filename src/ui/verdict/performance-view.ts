import { joinTexts, type Text } from '../../core/locale.ts'
import type { Performance, Side } from '../../core/verdict.ts'
import type { Around } from '../frame/around.ts'
import { indent, type Line, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { wrap } from '../text/wrap.ts'
import type { Tone } from '../theme/theme.ts'
import { aside, COLON, enumerate, join } from '../words/punctuation.ts'

/** One bar a measurement, with its budget; and what it earned. */
export function performanceLines(performance: Performance, around: Around): readonly Line[] {
  const { tier, edge, ratio, growth, memory } = performance
  const { say, width } = around
  const gold = tier === 'none' ? undefined : goldMeans(performance)
  const { name, tone } = standingOf(performance)
  return [
    [run(say(join(SPEED, COLON)), 'heading'), run(say(name), tone)],
    ...(edge === undefined ? [] : indent(paragraph({ say, width: width - 2 }, edge), 2)),
    ...(gold === undefined ? [] : indent(paragraph({ say, width: width - 2 }, gold, 'hint'), 2)),
    ...(ratio === undefined ? [] : measured(ratio, ratioText(ratio), around)),
    ...growth.flatMap((grown) => measured(grown, growthText(grown), around)),
    ...memory.flatMap((held) => measured(held, memoryText(held), around)),
  ]
}

/** Undefined where it cannot be earned. */
function goldMeans({ tier, ratio, growth }: Performance): Text | undefined {
  const ways = [
    ...(growth.some(({ gold }) => gold !== undefined) ? [BEST_GROWTH] : []),
    ...(ratio === undefined ? [] : [FASTER]),
  ]
  if (ways.length === 0) return undefined
  const gold = join(GOLD_IS, joinTexts(ways, { en: ', or to ', zh: '，或' }))
  return tier !== 'gold' && ratio && isDoubtful(ratio) ? join(gold, DOUBTFUL) : gold
}

/** Faster than the reference as it seems, and perhaps slower. */
function isDoubtful({ ratio, interval: [, high] }: Measurement): boolean {
  return ratio < 1 && high > 1
}

const DOUBTFUL: Text = {
  en: '; the measurements vary too much to tell whether this is',
  zh: '；几次测量相差太大，无法断定是否如此',
}

const GOLD_IS: Text = { en: 'gold is to ', zh: '金牌：' }
const BEST_GROWTH: Text = {
  en: 'grow no faster than the best known algorithm',
  zh: '增长不超过已知最好的算法',
}
const FASTER: Text = { en: 'be clearly faster than the reference', zh: '确实比参考实现更快' }

const SPEED: Text = { en: 'Speed', zh: '速度' }

interface BudgetStanding {
  readonly name: Text
  readonly tone: Tone
}

function standingOf({ tier, ratio, growth, memory }: Performance): BudgetStanding {
  const sides = [...(ratio ? [ratio] : []), ...growth, ...memory].map(({ side }) => side)
  const worst = WORST_FIRST.find((side) => sides.includes(side)) ?? 'within'
  return tier === 'gold' ? GOLD : STANDINGS[worst]
}

const WORST_FIRST = ['over', 'open', 'edge'] as const satisfies readonly Side[]

const GOLD: BudgetStanding = { name: { en: 'gold', zh: '金牌' }, tone: 'good' }
const STANDINGS: { readonly [S in Side]: BudgetStanding } = {
  within: { name: { en: 'within budget', zh: '达标' }, tone: 'good' },
  edge: { name: { en: 'at the edge of the budget', zh: '处于上限边缘' }, tone: 'warning' },
  open: { name: { en: 'not told from the budget', zh: '无法判定' }, tone: 'warning' },
  over: { name: { en: 'over budget', zh: '超出要求' }, tone: 'bad' },
}

interface Measurement {
  readonly ratio: number
  readonly budget: number
  readonly interval: readonly [number, number]
  readonly gold?: number | undefined
  readonly side: Side
}

type LabelledMeasurement = Measurement & { readonly label: string }

function measured(measurement: Measurement, text: Text, { say, width }: Around): readonly Line[] {
  const { interval, gold } = measurement
  const detail = [intervalText(interval), ...(gold === undefined ? [] : [goldText(gold)])]
  return [
    barLine(measurement, Math.min(48, width - 3)),
    ...wrap([run(`  ${say(text)}`), run(say(aside(enumerate(detail))), 'hint')], width),
  ]
}

function ratioText({ ratio, budget }: Measurement): Text {
  return {
    en: `${times(ratio)}x the reference's CPU time, budget ${times(budget)}x`,
    zh: `CPU 时间是参考实现的 ${times(ratio)} 倍，上限 ${times(budget)} 倍`,
  }
}

function growthText({ label, ratio, budget }: LabelledMeasurement): Text {
  return {
    en: `${label}: ${times(ratio)}x the time, budget ${times(budget)}x`,
    zh: `${label}：耗时增长 ${times(ratio)} 倍，上限 ${times(budget)} 倍`,
  }
}

function memoryText({ label, ratio, budget }: LabelledMeasurement): Text {
  return {
    en: `${label}: ${times(ratio)}x the memory, budget ${times(budget)}x`,
    zh: `${label}：内存增长 ${times(ratio)} 倍，上限 ${times(budget)} 倍`,
  }
}

function intervalText([low, high]: Measurement['interval']): Text {
  return { en: `between ${times(low)} and ${times(high)}`, zh: `区间 ${times(low)} 到 ${times(high)}` }
}

function goldText(gold: number): Text {
  return { en: `gold ${times(gold)}x`, zh: `金牌 ${times(gold)} 倍` }
}

/** The budget stands at two thirds: what is filled beyond it is over. */
function barLine({ ratio, budget, side }: Measurement, width: number): Line {
  const limit = Math.round((width * 2) / 3)
  const filled = Math.max(1, Math.min(width, Math.round((ratio / budget) * limit)))
  const within = Math.min(filled, limit)
  return [
    run('  '),
    run('█'.repeat(within), STANDINGS[side].tone),
    run('·'.repeat(limit - within), 'hint'),
    run('│'),
    run('█'.repeat(filled - within), STANDINGS[side].tone),
    run('·'.repeat(width - limit - (filled - within)), 'hint'),
  ]
}

function times(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)))
}
