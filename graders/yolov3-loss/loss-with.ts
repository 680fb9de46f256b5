import { type HeadCell, headCells } from '#kit'
import type { yolov3Loss } from './reference.ts'

export type Round = (value: number) => number
type Entropy = (logit: number, target: number, round: Round) => number

interface Choices {
  readonly entropy?: Entropy
  /** Of tx and ty. */
  readonly position?: Entropy
  readonly size?: Entropy
  /** Whether the objectness of an anchor counts. */
  readonly counted?: (flags: { readonly mask: number; readonly ignore: number }) => boolean
  readonly boxes?: 'everywhere'
  readonly classes?: 'everywhere'
  readonly competition?: (logits: readonly number[], targets: readonly number[]) => number
  readonly boxWeight?: number
  readonly negativeWeight?: number
  readonly reduction?: (sum: number, count: number, objects: number) => number
  readonly arithmetic?: Round
  /** Who multiplies by a mask computes the terms of all anchors: 0 times what is no number is none. */
  readonly masking?: 'multiplied'
  /** The mean of nothing. */
  readonly nothing?: number
  /** What is counted at least, lest 0 be the divisor. */
  readonly least?: 1
  readonly layout?: 'channels last'
  /** The target of objectness, where channel 4 is read elsewhere. */
  readonly objectTarget?: 'mask'
}

/** YOLOv3's loss as these choices have it; without any it is right. */
export function lossWith(choices: Choices): typeof yolov3Loss {
  const { size = halfSquare, boxWeight = 1, negativeWeight = 1, nothing = 0, masking } = choices
  const { arithmetic = (value) => value, least = 0 } = choices
  const entropy = (logit: number, target: number) => (choices.entropy ?? stable)(logit, target, arithmetic)
  const { position = entropy, counted = ({ mask, ignore }) => mask === 1 || ignore === 0 } = choices
  return (pred, target, mask, ignore) => {
    const targets = headCells(target, choices.layout)
    const anchors = headCells(pred, choices.layout).map((cell, at) => ({
      ...cell,
      targets: targets[at]?.values ?? [],
      flags: { mask: mask.data[at] ?? 0, ignore: ignore.data[at] ?? 0 },
    }))
    const objects = anchors.filter(({ flags }) => flags.mask === 1)
    const within = (where?: 'everywhere') => (where ? anchors : objects)
    const reduced = (terms: readonly number[], count: number) => {
      const all = sum(terms)
      const value = choices.reduction?.(all, Math.max(count, least), Math.max(objects.length, least)) ?? all
      return Number.isNaN(value) && all === 0 ? nothing : value
    }
    const boxed = within(choices.boxes)
    const box = boxed.flatMap(({ values, targets: wanted }) =>
      [position, position, size, size].map(
        (of, k) => boxWeight * of(values[k] ?? 0, wanted[k] ?? 0, arithmetic),
      ),
    )
    const asked = anchors.filter(({ flags }) => counted(flags))
    const objectness = asked.map(({ values, flags, targets: wanted }) => {
      const target = choices.objectTarget ? flags.mask : (wanted[4] ?? 0)
      return (flags.mask ? 1 : negativeWeight) * entropy(values[4] ?? 0, target)
    })
    const classed = within(choices.classes)
    const classes = classed.map((cell) => classTerm(cell, cell.targets, choices.competition, entropy))
    const rest = masking ? anchors.filter(({ flags }) => flags.mask === 0) : []
    const times0 = (terms: readonly number[]) => terms.map((term) => 0 * term)
    box.push(
      ...times0(
        rest.flatMap(({ values, targets: wanted }) =>
          [0, 1].map((k) => position(values[k] ?? 0, wanted[k] ?? 0, arithmetic)),
        ),
      ),
    )
    if (masking)
      objectness.push(
        ...times0(anchors.flatMap(({ values }) => [0, 1].map((one) => entropy(values[4] ?? 0, one)))),
      )
    classes.push(...times0(rest.map((cell) => classTerm(cell, cell.targets, choices.competition, entropy))))
    const count = choices.competition ? 1 : (pred.shape[1] ?? 0) - 5
    const parts = {
      box: reduced(box, boxed.length),
      objectness: reduced(objectness, asked.length),
      class: reduced(classes, classed.length * count),
    }
    return { ...parts, total: parts.box + parts.objectness + parts.class }
  }
}

function classTerm(
  { values }: HeadCell,
  targets: readonly number[],
  competition: Choices['competition'],
  entropy: (logit: number, target: number) => number,
): number {
  const [logits, wanted] = [values.slice(5), targets.slice(5)]
  return competition?.(logits, wanted) ?? sum(logits.map((logit, at) => entropy(logit, wanted[at] ?? 0)))
}

/** Of all classes at once. */
export function softmaxEntropy(logits: readonly number[], targets: readonly number[]): number {
  const most = Math.max(...logits)
  const logSum = most + Math.log(sum(logits.map((logit) => Math.exp(logit - most))))
  return sum(logits.map((logit, at) => (targets[at] ?? 0) * (logSum - logit)))
}

/** In f32 the exponential overflows beyond 88. */
export function sigmoidIn(round: Round, logit: number): number {
  return round(1 / round(1 + round(Math.exp(-logit))))
}

/** Of a probability, as it is written down. */
export function entropyOf(probability: number, target: number, round: Round): number {
  return -target * Math.log(probability) - (1 - target) * Math.log(round(1 - probability))
}

/** Of a logit: its probability is never 0 or 1. */
export function stable(logit: number, target: number): number {
  const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))
  return target * softplus(-logit) + (1 - target) * softplus(logit)
}

function halfSquare(got: number, target: number): number {
  return 0.5 * (got - target) * (got - target)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
