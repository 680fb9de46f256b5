import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../src/core/exercise.ts'
import { openJudge } from '../src/grader/grade-submission.ts'
import { supportFor } from '../src/grader/languages/all-languages.ts'
import { askTool } from '../src/grader/run/ask-tool.ts'
import { userCache } from '../src/grader/run/user-cache.ts'
import { shippedExercises } from '../test/shipped-exercises.ts'

/**
 * Whether every exercise can be done in PyTorch: its reference behind a function whose parameters are annotated `torch.Tensor` and that
 * returns tensors, and those of tools/torch/, which are written in PyTorch, must be accepted. Budgets are left out. Needs a Python with PyTorch:
 *
 *     ANNEAL_PYTHON=torch/bin/python npm run test:torch
 */
const python = supportFor('py')
const { path } = await python.findTool()
await askTool(path, ['-c', 'import torch']).catch(() => {
  console.error(
    `${path} has no PyTorch. Name a Python that has it: ANNEAL_PYTHON=torch/bin/python npm run test:torch`,
  )
  process.exit(2)
})
const judge = openJudge({
  graderRoot: 'dist/graders',
  cacheRoot: userCache(),
  seed: 'torch',
  nursery: undefined,
})
let failed = 0
for (const exercise of shippedExercises()) {
  for (const { fileName, source } of submissionsFor(exercise)) {
    const { verdict } = await judge.grade({
      exercise: { ...exercise, budget: undefined },
      language: 'py',
      source,
      fileName,
    })
    const isAccepted = verdict.kind === 'accepted'
    if (!isAccepted) failed++
    console.log(
      `${isAccepted ? 'ok  ' : 'FAIL'} ${exercise.id} ${fileName}${isAccepted ? '' : `: ${JSON.stringify(verdict).slice(0, 300)}`}`,
    )
  }
}
console.log(failed === 0 ? 'Every exercise can be done in PyTorch.' : `${failed} failed.`)
process.exitCode = failed === 0 ? 0 : 1

interface TorchSubmission {
  readonly fileName: string
  readonly source: string
}

function submissionsFor(exercise: Exercise): readonly TorchSubmission[] {
  const name = python.functionName(exercise.id)
  const own = join('tools', 'torch', `${name}.py`)
  const written = existsSync(own) ? [{ fileName: `${name}.py`, source: readFileSync(own, 'utf8') }] : []
  return [{ fileName: 'behind_tensors.py', source: behindTensors(exercise, name) }, ...written]
}

function behindTensors(exercise: Exercise, name: string): string {
  const params = exercise.signature.params.map((param) => ({
    name: python.spell(param.name),
    isTensor: param.type.kind === 'array',
  }))
  const list = params.map((one) => (one.isTensor ? `${one.name}: torch.Tensor` : one.name))
  const args = params.map((one) => (one.isTensor ? `${one.name}.numpy()` : one.name))
  return `import numpy as np
import torch
${readFileSync(join('graders', exercise.id, python.referenceFile), 'utf8')}

in_numpy = ${name}


def ${name}(${list.join(', ')}):
    return tensors_of(in_numpy(${args.join(', ')}))


def tensors_of(value):
    if isinstance(value, dict):
        return {name: tensors_of(part) for name, part in value.items()}
    return torch.from_numpy(np.array(value)) if isinstance(value, (np.ndarray, np.floating)) else value
`
}
