import type { Performance, Tier } from '../../core/verdict.ts'
import type { Messages } from '../messages/messages.ts'
import { type Line, run } from '../text/line.ts'
import { wrap } from '../text/wrap.ts'
import type { Tone } from '../theme.ts'

/** One bar a measurement, with its budget; and what it earned. */
export function performanceLines(
  { tier, ratio, growth, memory }: Performance,
  messages: Messages,
  width: number,
): readonly Line[] {
  const { verdict, punctuation } = messages
  const bars = [
    ...(ratio === undefined
      ? []
      : [
          measured(ratio, verdict.ratio(times(ratio.ratio), times(ratio.budget)), undefined, messages, width),
        ]),
    ...growth.map((grown) =>
      measured(
        grown,
        verdict.growth(grown.label, times(grown.ratio), times(grown.budget)),
        grown.gold,
        messages,
        width,
      ),
    ),
    ...memory.map((held) =>
      measured(
        held,
        verdict.memory(held.label, times(held.ratio), times(held.budget)),
        undefined,
        messages,
        width,
      ),
    ),
  ]
  return [
    [run(verdict.performance + punctuation.colon, 'heading'), run(verdict.tiers[tier], TIER_TONE[tier])],
    ...bars.flat(),
  ]
}

const TIER_TONE = { none: 'bad', pass: 'good', gold: 'good' } as const satisfies Record<Tier, Tone>

interface Measured {
  readonly ratio: number
  readonly budget: number
  readonly interval: readonly [number, number]
}

function measured(
  { ratio, budget, interval }: Measured,
  text: string,
  gold: number | undefined,
  { verdict, punctuation }: Messages,
  width: number,
): readonly Line[] {
  const detail = [
    verdict.interval(times(interval[0]), times(interval[1])),
    ...(gold === undefined ? [] : [verdict.gold(times(gold))]),
  ].join(punctuation.comma)
  return [
    barLine(ratio, budget, Math.min(48, width - 3)),
    ...wrap([run(`  ${text}`), run(punctuation.aside(detail), 'hint')], width),
  ]
}

/** The budget stands at two thirds: what is filled beyond it is over. */
function barLine(ratio: number, budget: number, width: number): Line {
  const limit = Math.round((width * 2) / 3)
  const filled = Math.max(1, Math.min(width, Math.round((ratio / budget) * limit)))
  const within = Math.min(filled, limit)
  return [
    run('  '),
    run('█'.repeat(within), ratio <= budget ? 'good' : 'bad'),
    run('·'.repeat(limit - within), 'hint'),
    run('│'),
    run('█'.repeat(filled - within), 'bad'),
    run('·'.repeat(width - limit - (filled - within)), 'hint'),
  ]
}

function times(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)))
}
