import { defineGrader, greyFilter, greyNoise, type Random } from '#kit'
import { mutants } from './mutants.ts'
import { medianFilter } from './reference.ts'

const noise = (size: number, ksize: number) => (random: Random) =>
  [greyNoise(random, size, size), ksize] as const

export const grader = defineGrader({
  ...greyFilter(),
  reference: medianFilter,
  performance: {
    ratio: noise(256, 9),
    growth: { 'ksize 5 -> 25': { small: noise(160, 5), large: noise(160, 25) } },
  },
  mutants,
})
