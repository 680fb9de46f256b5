import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createRandom } from '../../src/core/random.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'

/**
 * The references of the filters beside OpenCV (on one thread) and the naive way in NumPy, all in one run: one call, the best of a
 * few, in rounds that follow each other. Needs a Python with OpenCV, and a C++ compiler.
 *
 *     ANNEAL_PYTHON=truth/bin/python npm run bench:references
 */
const ROUNDS = 5
const SIZE = 512
const KSIZE = 15
const SIGMA = 2.5
const FILTERS = ['median-filter', 'mean-filter', 'max-filter', 'min-filter', 'gaussian-filter'].filter((id) =>
  existsSync(join('graders', id)),
)
const PROGRAMS = ['ts', 'py', 'cpp', 'naive'] as const
type ProgramName = (typeof PROGRAMS)[number]
type Times = Readonly<Record<ProgramName | 'opencv', number>>

const { path: python } = await supportFor('py').findTool()
const { path: compiler } = await supportFor('cpp').findTool()
const folder = mkdtempSync(join(tmpdir(), 'anneal-references-'))
console.log(
  `Times of OpenCV, one thread, ${SIZE}x${SIZE}, ksize ${KSIZE}: median ratio (min to max of ${ROUNDS} rounds)\n`,
)
console.log(`| filter | OpenCV, ms | ${PROGRAMS.join(' | ')} |\n|---|---|---|---|---|---|`)
for (const id of FILTERS) {
  const [inTypeScript, inCpp] = [await typeScript(id), compiled(id)]
  const rounds = Array.from(
    { length: ROUNDS },
    (): Times => ({ ...inPython(id), ts: inTypeScript(), cpp: inCpp() }),
  )
  const cells = PROGRAMS.map((one) => spread(rounds.map((round) => round[one] / round.opencv)))
  console.log(`| ${id} | ${middle(rounds.map(({ opencv }) => opencv)).toFixed(2)} | ${cells.join(' | ')} |`)
}
rmSync(folder, { recursive: true })

async function typeScript(id: string): Promise<() => number> {
  const module = (await import(resolve('graders', id, 'reference.ts'))) as Record<
    string,
    (...args: unknown[]) => unknown
  >
  const run = module[supportFor('ts').functionName(id as never)]
  if (run === undefined) throw new Error(`${id} has no reference in TypeScript`)
  const random = createRandom('references')
  const pixels = Array.from({ length: SIZE * SIZE }, () => random.int(0, 255))
  const data = id === 'gaussian-filter' ? new Float32Array(pixels) : new Uint8Array(pixels)
  const image = { shape: [SIZE, SIZE], data }
  return () => bestOf(30, () => run(image, KSIZE, SIGMA))
}

/** By the clock, for the thread's CPU time moves in steps that are longer than a call; the best has not been disturbed. */
function bestOf(calls: number, run: () => unknown): number {
  const times = Array.from({ length: calls }, () => {
    const before = performance.now()
    run()
    return performance.now() - before
  })
  return Math.min(...times)
}

function inPython(id: string): Omit<Times, 'ts' | 'cpp'> {
  const script = join('tools', 'bench', 'references', 'filters.py')
  return JSON.parse(execFileSync(python, [script, id, `${SIZE}`, `${KSIZE}`], { encoding: 'utf8' }))
}

function compiled(id: string): () => number {
  const [file, isFloat] = [join(folder, id), id === 'gaussian-filter']
  const defines = {
    REFERENCE: `"${resolve('graders', id, 'reference.cpp')}"`,
    FUNCTION: supportFor('cpp').functionName(id as never),
    PIXEL: isFloat ? 'float' : 'std::uint8_t',
    SIGMA: isFloat ? `, ${SIGMA}` : '',
  }
  execFileSync(compiler, [
    ...['-O2', '-std=c++20', `-I${join('src', 'grader', 'languages', 'cpp', 'harness')}`],
    ...Object.entries(defines).map(([name, value]) => `-D${name}=${value}`),
    ...[join('tools', 'bench', 'references', 'filter.cpp'), '-o', file],
  ])
  return () => Number.parseFloat(execFileSync(file, [`${SIZE}`, `${KSIZE}`], { encoding: 'utf8' }))
}

function spread(ratios: readonly number[]): string {
  return `${middle(ratios).toFixed(2)}x (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN
}
