import { expect, test } from 'vitest'
import { verbatim } from '../../src/core/locale.ts'
import { parseSignature } from '../../src/core/signature.ts'
import { createNameSpeller } from '../../src/core/spell-names.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'

const SIGNATURE = parseSignature(
  '(gtBoxes: f32[N,4], rule: {stepSize: f64}) -> {class: int, newScores: f64[N]}',
)

const speller = (language: 'ts' | 'py' | 'cpp') => createNameSpeller(SIGNATURE, supportFor(language).spell)

test.each([
  { language: 'ts', spelled: 'Each class of `gtBoxes[i]` and gtBoxes; return `class` and `rule.stepSize`.' },
  {
    language: 'py',
    spelled: 'Each class of `gt_boxes[i]` and gt_boxes; return `class` and `rule.step_size`.',
  },
  {
    language: 'cpp',
    spelled: 'Each class of `gt_boxes[i]` and gt_boxes; return `class_` and `rule.step_size`.',
  },
] as const)(
  'a sentence names parameters as $language does, and leaves its own words',
  ({ language, spelled }) => {
    const text = 'Each class of `gtBoxes[i]` and gtBoxes; return `class` and `rule.stepSize`.'
    expect(speller(language).inProse(verbatim(text))).toEqual(verbatim(spelled))
  },
)

test('a place in a value is named as the language does', () => {
  expect(speller('cpp').inPlaces('result.class')).toBe('result.class_')
  expect(speller('py').inPlaces('result.newScores[3]')).toBe('result.new_scores[3]')
})

test('a name within another is no name', () => {
  expect(speller('py').inProse(verbatim('`gtBoxesOf`, mygtBoxes'))).toEqual(
    verbatim('`gtBoxesOf`, mygtBoxes'),
  )
})
