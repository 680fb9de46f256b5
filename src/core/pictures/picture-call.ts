import type { Text } from '../locale.ts'

/** A picture as a note asks for it: `filter(median, 3)`. */
export type PictureCall =
  | {
      readonly kind: 'filter'
      readonly filter: FilterName
      readonly ksize: number
      readonly noise: NoiseName
    }
  | { readonly kind: 'precision-recall'; readonly hits: readonly boolean[]; readonly positives: number }
  | { readonly kind: 'lr-schedule'; readonly schedule: ScheduleName }
  | { readonly kind: 'activations'; readonly activation: ActivationName }
  | { readonly kind: PlainName }

const FILTERS = ['median', 'mean', 'max', 'min', 'gaussian', 'opening', 'closing'] as const
export type FilterName = (typeof FILTERS)[number]

const NOISES = ['salt-and-pepper', 'salt', 'pepper'] as const
export type NoiseName = (typeof NOISES)[number]

const SCHEDULES = ['cosine', 'warmup', 'step', 'restarts', 'one-cycle'] as const
export type ScheduleName = (typeof SCHEDULES)[number]

const ACTIVATIONS = ['sigmoid', 'tanh', 'relu'] as const
export type ActivationName = (typeof ACTIVATIONS)[number]

/** Pictures that take no arguments. */
const PLAIN_PICTURES = [
  'focal-loss',
  'softmax-temperature',
  'unit-balls',
  'loss-gradients',
  'regression-losses',
  'entropy',
] as const
export type PlainName = (typeof PLAIN_PICTURES)[number]

export type ParsedPicture =
  | { readonly kind: 'call'; readonly call: PictureCall }
  | { readonly kind: 'fault'; readonly message: Text }

/** Reads `name` or `name(argument, ...)`. A fault says what can be written instead. */
export function parsePicture(text: string): ParsedPicture {
  const [, name = '', list = ''] = /^([a-z-]{1,40})\s*(?:\(([^()\n]{0,200})\))?$/.exec(text.trim()) ?? []
  const args = list.split(/[,，]/).map((item) => item.trim())
  const plain = memberOf(PLAIN_PICTURES, name)
  if (plain !== undefined) {
    return list.trim() === '' ? { kind: 'call', call: { kind: plain } } : misfit(text, plain)
  }
  const drawer = Object.hasOwn(WITH_ARGUMENTS, name) ? WITH_ARGUMENTS[name as WithArguments] : undefined
  if (drawer === undefined) {
    const known = [...Object.keys(WITH_ARGUMENTS), ...PLAIN_PICTURES].join(', ')
    const shown = text.slice(0, 60)
    return {
      kind: 'fault',
      message: {
        en: `There is no picture "${shown}"; write one of ${known}.`,
        zh: `没有名为“${shown}”的图；可选：${known}。`,
      },
    }
  }
  const call = drawer.read(args)
  return call === undefined ? misfit(text, drawer.usage) : { kind: 'call', call }
}

function misfit(text: string, usage: string): ParsedPicture {
  const shown = text.slice(0, 60)
  return {
    kind: 'fault',
    message: {
      en: `The picture "${shown}" cannot be drawn; write ${usage}.`,
      zh: `无法画出图“${shown}”；请写成 ${usage}。`,
    },
  }
}

/** More of a window would not fit into the test image. */
const LARGEST_KSIZE = 9
const MOST_DETECTIONS = 40

const WITH_ARGUMENTS = {
  filter: {
    usage: `filter(${FILTERS.join('|')}, an odd size from 3 to ${LARGEST_KSIZE}), and behind it perhaps ${NOISES.join('|')}`,
    read: ([filterName = '', size = '', noiseName = NOISES[0], ...more]) => {
      const [filter, noise, ksize] = [
        memberOf(FILTERS, filterName),
        memberOf(NOISES, noiseName),
        Number(size),
      ]
      const isSize = Number.isInteger(ksize) && ksize % 2 === 1 && ksize >= 3 && ksize <= LARGEST_KSIZE
      if (filter === undefined || noise === undefined || !isSize || more.length > 0) return undefined
      return { kind: 'filter', filter, ksize, noise }
    },
  },
  'precision-recall': {
    usage:
      'precision-recall(TTFTF, 4): T or F for each detection, the surest first, and how many objects there are',
    read: ([ranking = '', count = '', ...more]) => {
      const hits = Array.from(ranking, (letter) => letter === 'T')
      const positives = Number(count)
      const isRanking = /^[TF]+$/.test(ranking) && hits.length <= MOST_DETECTIONS
      const isCount = Number.isInteger(positives) && positives >= Math.max(1, hits.filter(Boolean).length)
      return isRanking && isCount && positives <= MOST_DETECTIONS && more.length === 0
        ? { kind: 'precision-recall', hits, positives }
        : undefined
    },
  },
  'lr-schedule': {
    usage: `lr-schedule(${SCHEDULES.join('|')})`,
    read: ([scheduleName = '', ...more]) => {
      const schedule = memberOf(SCHEDULES, scheduleName)
      return schedule === undefined || more.length > 0 ? undefined : { kind: 'lr-schedule', schedule }
    },
  },
  activations: {
    usage: `activations(${ACTIVATIONS.join('|')})`,
    read: ([activationName = '', ...more]) => {
      const activation = memberOf(ACTIVATIONS, activationName)
      return activation === undefined || more.length > 0 ? undefined : { kind: 'activations', activation }
    },
  },
} as const satisfies { readonly [name: string]: Drawer }

type WithArguments = keyof typeof WITH_ARGUMENTS

interface Drawer {
  readonly usage: string
  readonly read: (args: readonly string[]) => PictureCall | undefined
}

function memberOf<const Items extends readonly string[]>(
  items: Items,
  text: string,
): Items[number] | undefined {
  return items.find((item) => item === text)
}
