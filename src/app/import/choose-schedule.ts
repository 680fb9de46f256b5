import { isDeepStrictEqual } from 'node:util'
import type { ImportedSchedule } from '../../core/imported/imported-source.ts'
import type { Text } from '../../core/locale.ts'
import type { LogEntry } from '../../core/log-entry.ts'
import { type ParametersByScope, withRetention } from '../../core/parameters-by-scope.ts'
import { Problem } from '../../core/problem.ts'
import { DEFAULT_WEIGHTS, usableWeights } from '../../core/scheduler.ts'
import { SCOPES } from '../../core/scheduling-parameters.ts'
import { RETENTION } from '../../core/settings.ts'
import { importedEntry } from '../../interop/imported-entry.ts'
import type { Deps } from '../deps.ts'

export interface ChosenSchedule {
  /** By which it comes into force; none where all stays as it is. */
  readonly entries: readonly LogEntry[]
  readonly remarks: readonly Text[]
}

/**
 * Whether cards are to be scheduled as the other program does it: where the learner says so, or has reviewed
 * nothing yet.
 * @throws Problem where the learner says so, and there is no one such way
 */
export function chooseSchedule(
  deps: Pick<Deps, 'store' | 'now'>,
  schedules: readonly ImportedSchedule[],
  isWanted: boolean,
): ChosenSchedule {
  const before = deps.store.parameters()
  const [after, ...others] = distinct(schedules.flatMap((schedule) => parametersBy(schedule, before)))
  if (after === undefined || others.length > 0) {
    if (isWanted) throw after === undefined ? noneOfItsOwn() : severalOfItsOwn()
    return { entries: [], remarks: after === undefined ? [] : [SEVERAL] }
  }
  if (isDeepStrictEqual(after, before)) return { entries: [], remarks: [] }
  if (!isWanted && !isFresh(deps)) return { entries: [], remarks: [OFFERED] }
  return { entries: entriesOf(before, after, deps), remarks: [TAKEN] }
}

function distinct(all: readonly ParametersByScope[]): readonly ParametersByScope[] {
  return all.filter((one, at) => all.findIndex((other) => isDeepStrictEqual(one, other)) === at)
}

/** Of FSRS-6 only: an older version foretells by another curve. */
function parametersBy(
  { weights, desiredRetention = Number.NaN }: ImportedSchedule,
  before: ParametersByScope,
): readonly ParametersByScope[] {
  if (weights.length !== DEFAULT_WEIGHTS.length) return []
  const cards = { ...before.cards, weights: usableWeights(weights, before.cards.steps) }
  const retention = Math.round(100 * desiredRetention) / 100
  const isHeld = retention >= RETENTION.lowest && retention <= RETENTION.highest
  return [isHeld ? withRetention({ ...before, cards }, retention) : { ...before, cards }]
}

/** Nothing was reviewed, nor was it ever said how to schedule. */
function isFresh({ store }: Pick<Deps, 'store'>): boolean {
  return store.reschedulings().length === 0 && store.seen.count() === 0
}

function entriesOf(
  before: ParametersByScope,
  after: ParametersByScope,
  { now }: Pick<Deps, 'now'>,
): readonly LogEntry[] {
  return SCOPES.filter((scope) => !isDeepStrictEqual(before[scope], after[scope])).map((scope) => {
    const body = { kind: 'parameters', scope, parameters: after[scope] } as const
    return importedEntry(body, now(), `parameters:${JSON.stringify(body)}`)
  })
}

const TAKEN: Text = {
  en: 'Cards are scheduled by the FSRS parameters of the file from then on; `anneal optimize` fits your own.',
  zh: '此后卡片按该文件自带的 FSRS 参数调度；`anneal optimize` 可拟合你自己的参数。',
}

const OFFERED: Text = {
  en: 'The file has FSRS parameters of its own, which are not taken; with --weights they are.',
  zh: '该文件自带 FSRS 参数，未采用；加上 --weights 即可采用。',
}

const SEVERAL: Text = {
  en: 'The file has FSRS parameters of its own, others for some decks than for others; none are taken, as here all cards have the same.',
  zh: '该文件的 FSRS 参数因卡组而异；这里所有卡片共用一组参数，故均未采用。',
}

function noneOfItsOwn(): Problem {
  return new Problem(
    { en: 'The file has no parameters of FSRS-6.', zh: '该文件没有 FSRS-6 参数。' },
    { remedy: WITHOUT },
  )
}

function severalOfItsOwn(): Problem {
  return new Problem(
    {
      en: 'The file has several sets of FSRS parameters, and here all cards share one.',
      zh: '该文件有多组 FSRS 参数，而这里所有卡片共用一组。',
    },
    { remedy: WITHOUT },
  )
}

const WITHOUT: Text = {
  en: 'Import it without --weights; `anneal optimize` fits your own.',
  zh: '请去掉 --weights 再导入；`anneal optimize` 可拟合你自己的参数。',
}
