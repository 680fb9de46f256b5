import { CLIP_RULES, type ClipChoices, clipFactor, defineRules, euclideanNorm, f32, rounded } from '#kit'
import type { clipByNorm } from './reference.ts'

/** The mistakes people make in clipping by norm. */
export const rules = defineRules(clipWith, CLIP_RULES)

function clipWith({
  norm = euclideanNorm,
  factor = clipFactor,
  number,
  ...choices
}: ClipChoices): typeof clipByNorm {
  return ({ shape, data }, asked) => {
    const limit = choices.limit ?? asked
    const by = factor(norm([...data]), limit)
    const clipped = Array.from(data, (x) => rounded(number ? number(x, limit) : by * x, choices))
    return f32(shape, clipped)
  }
}
