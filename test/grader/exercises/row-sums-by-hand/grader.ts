import { grader as rowSums } from '../row-sums/grader.ts'

const { valid: _, ...rest } = rowSums

/** The same exercise, but its author says what is smaller: a name without its last letter, and nothing else. */
export const grader: typeof rowSums = {
  ...rest,
  shrink: function* (image, weights, options) {
    if (options.name !== '') yield [image, weights, { ...options, name: options.name.slice(0, -1) }]
  },
}
