import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
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

const BARE = `import runpy, sys
import numpy as np
adam = runpy.run_path(sys.argv[1])["adam"]
rng = np.random.default_rng(0)
adam(rng.normal(size=1000).astype("f4"), rng.normal(size=(20, 1000)).astype("f4"), 1e-3, 0.9, 0.999, 1e-8)
`

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((done, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? done() : reject(new Error(`${command} ${args.join(' ')} exited with ${code}`)),
    )
  })
}
