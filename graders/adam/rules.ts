import { type AdamChoices, adamRules, adamSteps, defineRules } from '#kit'
import type { adam } from './reference.ts'

export const rules = defineRules(adamWith, adamRules('Adam'))

function adamWith(choices: AdamChoices): typeof adam {
  return (params, grads, lr, beta1, beta2, eps) =>
    adamSteps([params, grads], { lr, beta1, beta2, eps }, choices)
}
