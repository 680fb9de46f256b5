import {
  ADAM_DEFAULTS,
  ADAM_LEAN,
  ADAM_TOLERANCE,
  adaptiveCases,
  defineGrader,
  drawAdamSettings,
  drawSteps,
  f32,
  isLargeEps,
  LARGE_EPS,
  nearbyRate,
  optimiserCases,
  optimiserRelations,
  optimiserTraits,
  staysNear,
} from '#kit'
import { adamw } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: adamw,
  examples: [[f32([1], 1), f32([2, 1], [1, -0.5]), 0.1, ...ADAM_DEFAULTS, 0.5]],
  cases: [
    ...optimiserCases([0.1, ...ADAM_DEFAULTS, 0.5]),
    ...adaptiveCases((lr, eps) => [lr, 0.9, 0.999, eps, 0.5]),
    [
      { en: 'no decay is plain Adam', zh: '衰减为 0，即普通 Adam' },
      f32([2], [1, -2]),
      f32([2, 2], [1, -2, 3, 4]),
      0.1,
      ...ADAM_DEFAULTS,
      0,
    ],
  ],
  random: (random) => [
    ...drawSteps(random),
    ...drawAdamSettings(random),
    random.pick([0, 0.01, 0.1, 0.5, 1]),
  ],
  settle: (_random, params, grads, lr, ...rest) => [params, grads, Math.min(lr, nearbyRate(grads)), ...rest],
  valid: (params, grads, lr, beta1, beta2, eps) =>
    lr <= nearbyRate(grads) && staysNear([params, grads], { lr, beta1, beta2, eps }),
  relations: optimiserRelations(adamw, ['v']),
  tolerance: ADAM_TOLERANCE,
  performance: { lean: ADAM_LEAN },
  rules,
  traits: [
    ...optimiserTraits(),
    { text: LARGE_EPS, holds: (...args) => isLargeEps(args[5]) },
    { text: { en: 'weightDecay is not 0', zh: 'weightDecay 不为 0' }, holds: (...args) => args[6] > 0 },
  ],
})
