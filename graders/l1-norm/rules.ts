import { defineRules, type NormChoices, normWith, otherNorms } from '#kit'

/** The mistakes people make in the L1 norm; a widely copied set of notes mixes it up with L0. */
export const rules = defineRules(
  (choices: NormChoices) => normWith((x) => x.map(Math.abs).reduce((sum, one) => sum + one, 0), choices),
  otherNorms(
    'l2-norm',
    'maximum-norm',
    'count-of-non-zeros',
    'sum-of-squares',
    'plain-sum',
    'magnitude-of-sum',
    'mean-magnitude',
  ),
)
