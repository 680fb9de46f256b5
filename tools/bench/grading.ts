import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { compare, timed } from './compare.ts'

const PAIRS = 7

/** From `grade adam FILE` to its verdict, budget included, against a bare run of the same file on one of the grader's inputs. */
export async function benchGrading(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-bench-'))
  const python = process.env['ANNEAL_PYTHON'] ?? 'python3'
  const source = resolve('graders/adam/reference.py')
  const bare = join(folder, 'bare.py')
  writeFileSync(bare, BARE)
  await compare(
    'submit-to-verdict, adam in Python / bare Python with numpy',
    PAIRS,
    () => timed(() => run(process.execPath, ['bin/anneal', 'grade', 'adam', source, '--json'])),
    () => timed(() => run(python, [bare, source])),
  )
}

/** A failing file, so that cases alone are run: with a text that was never compiled, and with one that was. */
export async function benchCompiling(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-bench-'))
  const [file, bare] = [join(folder, 'momentum.cpp'), join(folder, 'bare.cpp')]
  const source = readFileSync('graders/momentum/submissions/wrong/plain_sgd.cpp', 'utf8')
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

const BARE = `import runpy, sys
import numpy as np
adam = runpy.run_path(sys.argv[1])["adam"]
rng = np.random.default_rng(0)
adam(rng.normal(size=1000).astype("f4"), rng.normal(size=(20, 1000)).astype("f4"), 1e-3, 0.9, 0.999, 1e-8)
`

function run(
  command: string,
  args: readonly string[],
  statuses: readonly (number | null)[] = [0],
): Promise<void> {
  return new Promise((done, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) =>
      statuses.includes(code)
        ? done()
        : reject(new Error(`${command} ${args.join(' ')} exited with ${code}`)),
    )
  })
}
