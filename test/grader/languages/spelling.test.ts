import { beforeAll, expect, test } from 'vitest'
import type { Exercise, Language } from '../../../src/core/exercise.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import { parseSignature } from '../../../src/core/signature.ts'
import type { Verdict } from '../../../src/core/verdict.ts'
import { gradeSubmission } from '../../../src/grader/grade-submission.ts'
import { supportFor } from '../../../src/grader/languages/all-languages.ts'
import { buildTestGraders, CACHE_ROOT, QUICK_LIMITS } from '../scale-scores.ts'

const TAKE_STEP: Exercise = {
  id: 'take-step' as ExerciseId,
  title: { en: 'Take a step', zh: '走一步' },
  topic: 'scores',
  signature: parseSignature(
    '(gtScores: f64[N], stepRule: {stepSize: f64}) -> {newScores: f64[N], class: int}',
  ),
  difficulty: 'easy',
  minutes: 5,
  prerequisites: [],
  budget: undefined,
  hints: [],
}

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

async function verdictOn(language: Language, source: string): Promise<Verdict> {
  const fileName = `step${supportFor(language).extension}`
  const request = { exercise: TAKE_STEP, language, source, fileName, seed: 'test', graderRoot }
  const { verdict } = await gradeSubmission({ ...request, limits: QUICK_LIMITS, cacheRoot: CACHE_ROOT })
  return verdict
}

function python(result: string): string {
  return `def take_step(gt_scores, step_rule):\n    new = gt_scores + step_rule["step_size"]\n    return ${result}\n`
}

test('names are spelled as each language spells them', () => {
  expect(supportFor('py').starter(TAKE_STEP, 'en')).toContain(
    'def take_step(gt_scores: F64Array, step_rule: StepRule) -> TakeStepResult:',
  )
  expect(supportFor('cpp').starter(TAKE_STEP, 'en')).toContain(`struct StepRule {
  double step_size;
};

struct TakeStepResult {
  NdArray<double> new_scores;
  int class_;
};
`)
  expect(supportFor('js').starter(TAKE_STEP, 'en')).toContain('takeStep(gtScores, stepRule)')
})

test.each(['"new_scores": new, "class": len(new)', '"newScores": new, "class": len(new)'])(
  'in Python {%s} is right: fields may be returned as the signature spells them, too',
  async (fields) => {
    expect(await verdictOn('py', python(`{${fields}}`))).toMatchObject({ kind: 'accepted' })
  },
)

test('a failure names what the learner wrote', async () => {
  const wrong = await verdictOn('py', python('{"new_scores": new * 2, "class": len(new)}'))
  expect(wrong).toMatchObject({
    kind: 'wrong-answer',
    failure: {
      summary: {
        en: expect.stringMatching(/^new_scores\[\d\] is /),
        zh: expect.stringMatching(/^new_scores/),
      },
      args: [{ name: 'gt_scores' }, { name: 'step_rule', value: { step_size: expect.any(Number) } }],
      expected: { new_scores: {}, class: expect.any(Number) },
      got: { new_scores: {}, class: expect.any(Number) },
      worst: { at: expect.stringMatching(/^new_scores\[/) },
    },
  })
  expect(await verdictOn('py', python('{"class": len(new)}'))).toMatchObject({
    kind: 'invalid-output',
    failure: { summary: { en: expect.stringContaining('returned no new_scores, expected a dict with') } },
  })
})

test('C++ reads and writes them so', async () => {
  const source = supportFor('cpp')
    .starter(TAKE_STEP, 'en')
    .replace(
      /throw .*/,
      `TakeStepResult taken{gt_scores, static_cast<int>(gt_scores.data.size())};
  for (double& score : taken.new_scores.data) score += step_rule.step_size;
  return taken;`,
    )
  expect(await verdictOn('cpp', source)).toMatchObject({ kind: 'accepted' })
})
