import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { wholeSource } from '../../src/author/changed-submission.ts'
import { findSubmissions } from '../../src/author/labelled-submission.ts'
import { loadContent } from '../../src/content/load-content.ts'
import type { Language } from '../../src/core/exercise.ts'
import { gradeSubmission } from '../../src/grader/grade-submission.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import { BUSY, buildBusy, busySource } from './busy-exercise.ts'
import { compare, timed } from './compare.ts'

const PAIRS = 7
const ANNEAL_HOME = mkdtempSync(join(tmpdir(), 'anneal-bench-'))

/** From a file to its verdict against a bare run of a file on one input: where cases alone are run, and with all of the program and a budget. */
export async function benchGrading(): Promise<void> {
  const graderRoot = await buildBusy()
  const exercise = { ...BUSY, budget: undefined }
  for (const [language, source, bare] of [
    ['ts', busySource('ts', 1), BARE_TS],
    ['py', busySource('py', 1), BARE_PY],
  ] as const) {
    const against = () => timed(bareRun(language, source, bare))
    const request = { exercise, language, source, fileName: `busy.${language}`, seed: 'bench', graderRoot }
    await compare(
      `submit-to-verdict within Anneal, ${nameOf(language)} / a bare run`,
      PAIRS,
      () => timed(() => gradeSubmission(request)),
      against,
    )
    const file = resolve(`graders/adam/submissions/accepted/${ACCEPTED[language]}`)
    await compare(
      `anneal grade adam, with its budget, ${nameOf(language)} / a bare run`,
      PAIRS,
      () => timed(() => run(process.execPath, ['bin/anneal', 'grade', 'adam', file, '--json'])),
      against,
    )
  }
}

const ACCEPTED = { ts: 'step-by-step.ts', py: 'in_place.py' } as const
const BARE_TS = `import { busy } from './busy.ts'
console.log(busy({ data: new Float64Array([1, 2]) }, 1))
`
const BARE_PY = `import numpy as np
from busy import busy
print(busy(np.array([1.0, 2.0]), 1))
`

function bareRun(language: 'ts' | 'py', source: string, main: string): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-bench-'))
  writeFileSync(join(folder, `busy.${language}`), source)
  const file = join(folder, `main.${language}`)
  writeFileSync(file, main)
  return language === 'ts' ? () => run(process.execPath, [file]) : () => run(python(), ['-B', file])
}

/** For each exercise with a budget the time to a clear verdict, on an accepted and on a slow submission, against a bare start of the language. */
export async function benchBudgets(): Promise<void> {
  const { exercises } = await loadContent({ builtIn: 'dist' })
  for (const exercise of exercises.values()) {
    if (exercise.budget === undefined) continue
    const folder = join('graders', exercise.id)
    const submissions = findSubmissions(join(folder, 'submissions'))
    for (const { language, shelf } of KINDS) {
      const one = submissions.find(({ name, language: its }) => name.startsWith(shelf) && its === language)
      if (one === undefined) continue
      const graderRoot = resolve('dist/graders')
      const request = { ...one, exercise, seed: 'bench', graderRoot }
      await compare(
        `${exercise.id} ${one.name} / a bare start`,
        BUDGET_PAIRS,
        () => timed(() => gradeSubmission(request)),
        () => timed(() => bareStart(language)),
      )
    }
  }
}

const KINDS = (['ts', 'py'] as const).flatMap((language) =>
  (['accepted/', 'slow/'] as const).map((shelf) => ({ language, shelf })),
)
const BUDGET_PAIRS = 3

function python(): string {
  return process.env['ANNEAL_PYTHON'] ?? 'python3'
}

function bareStart(language: 'ts' | 'py'): Promise<void> {
  return language === 'ts' ? run(process.execPath, ['-e', '0']) : run(python(), ['-c', 'import numpy'])
}

function nameOf(language: Language): string {
  return supportFor(language).name
}

/** A failing file, so that cases alone are run: with a text that was never compiled, and with one that was. */
export async function benchCompiling(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-bench-'))
  const [file, bare] = [join(folder, 'momentum.cpp'), join(folder, 'bare.cpp')]
  const wrong = 'graders/momentum/submissions/wrong/plain_sgd.cpp'
  const source = wholeSource(wrong, readFileSync(wrong, 'utf8'))
  writeFileSync(bare, source + BARE_CPP)
  const grade = () => run(process.execPath, ['bin/anneal', 'grade', 'momentum', file, '--json'], [0, 1])
  const flags = ['-std=c++17', '-O2', '-I', 'dist/graders/_harness/cpp']
  async function compileAndRun(): Promise<void> {
    await run('g++', [...flags, bare, '-o', join(folder, 'bare')])
    await run(join(folder, 'bare'), [])
  }
  let texts = 0
  function gradeNew(): Promise<void> {
    writeFileSync(file, `${source}// ${process.pid} ${texts++}\n`)
    return grade()
  }
  const against = () => timed(compileAndRun)
  await compare('submit-to-verdict, C++ / g++ and a bare run', PAIRS, () => timed(gradeNew), against)
  await compare('submit-to-verdict, C++ compiled before / the same', PAIRS, () => timed(grade), against)
}

const BARE_CPP = `
int main() {
  auto result = momentum(NdArray<float>::zeros({1000}), NdArray<float>::zeros({20, 1000}), 0.1, 0.9, true);
  return result.params.data[0] > 1;
}
`

function run(
  command: string,
  args: readonly string[],
  statuses: readonly (number | null)[] = [0],
): Promise<void> {
  return new Promise((done, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ANNEAL_HOME },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.on('error', reject)
    child.on('close', (code) =>
      statuses.includes(code)
        ? done()
        : reject(new Error(`${command} ${args.join(' ')} exited with ${code}`)),
    )
  })
}
