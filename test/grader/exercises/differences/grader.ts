import { defineGrader, f64 } from '#kit'
import { differences } from './reference.ts'

export const grader = defineGrader({
  reference: differences,
  cases: [
    [{ en: 'none', zh: '空' }, f64([0], []), f64([2], [1, 2])],
    [{ en: 'two and one', zh: '两个与一个' }, f64([2], [1, 2]), f64([1], [5])],
  ],
  random: (random) => [f64([random.int(0, 4)], random.normal), f64([random.int(1, 4)], random.normal)],
  randomCases: 3,
  tolerance: { rtol: 1e-9, atol: 1e-9, why: 'one subtraction' },
})
