import { defineGrader, greyFilter, greyNoise, type Random, u8 } from '#kit'
import { mutants } from './mutants.ts'
import { meanFilter } from './reference.ts'

const { cases, ...shared } = greyFilter()
const noise = (ksize: number) => (random: Random) => [greyNoise(random, 512, 512), ksize] as const

export const grader = defineGrader({
  ...shared,
  reference: meanFilter,
  cases: [
    ...cases,
    [
      { en: 'just below and above one half', zh: '小数部分略低于和略高于 0.5' },
      u8([1, 6], [0, 1, 0, 0, 1, 1]),
      3,
    ],
  ],
  performance: { growth: { 'ksize 3 -> 31': { small: noise(3), large: noise(31) } } },
  mutants,
})
