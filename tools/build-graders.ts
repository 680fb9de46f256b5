import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { ownLanguages } from '../src/grader/languages/all-languages.ts'
import type { Processor } from '../src/grader/walls/allowed-calls.ts'
import { callFilter, encodeSteps, type FilterStep, OWN_PROCESS } from '../src/grader/walls/call-filter.ts'

/**
 * Bundles `FOLDER/ID/{grader,reference}.ts` to plain .js, copies what runs or is read as it is, and adds the harnesses that run beside a
 * submission. The result is what `gradeSubmission` calls `graderRoot`.
 * @param ids of those that are built; all where it is not said
 */
export async function buildGraders(folder: string, outdir: string, ids?: readonly string[]): Promise<void> {
  const find = (files: string) =>
    globSync(`*/${files}`, { cwd: folder }).filter((path) => ids?.includes(dirname(path)) ?? true)
  await build({
    entryPoints: entriesOf(find('{grader,reference}.ts'), folder),
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node26',
    logLevel: 'warning',
  })
  const references = ownLanguages().map(({ shownReference }) => shownReference)
  for (const path of find(`{${references.join(',')},solution.*.md,fixtures}`)) {
    cpSync(join(folder, path), join(outdir, path), { recursive: true })
  }
  await build({
    entryPoints: { node: join(NODE, 'node.ts'), launcher: join(GRADER, 'run', 'launching.ts') },
    outdir: join(outdir, '_harness'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    // Node begins to run it 5 ms of CPU time sooner than a module.
    format: 'cjs',
    platform: 'node',
    target: 'node26',
    logLevel: 'warning',
  })
  mkdirSync(join(outdir, '_harness'), { recursive: true })
  cpSync(CPP, join(outdir, '_harness', 'cpp'), { recursive: true })
  writeFileSync(join(outdir, '_harness', 'cpp', 'allowed-calls.inc'), cppFilters())
  writePython(
    ['confine.py', 'level_numpy.py', 'rows.py', 'tensors.py', 'values.py', 'python.py'],
    join(outdir, '_harness', 'python.py'),
  )
  writePython(
    ['confine.py', 'level_numpy.py', 'nursery.py', 'rows.py', 'tensors.py', 'values.py', 'python.py'],
    join(outdir, '_harness', 'python-nursery.py'),
  )
  writePython(['plain_loops.py', 'watch_loops.py'], join(outdir, '_harness', 'python-watch.py'))
}

/** One file, for it lies beside a submission that may have any name. */
function writePython(names: readonly string[], path: string): void {
  const parts = names.map((name) => readFileSync(join(PYTHON, name), 'utf8'))
  writeFileSync(path, parts.join('\n\n').replace('FILTERS = {}', `FILTERS = ${pythonFilters()}`))
}

const PROCESSORS: readonly Processor[] = ['x86_64', 'aarch64']
/** Beside Landlock, and without. */
const FILTERS = { beside_landlock: true, without_landlock: false }

function pythonFilters(): string {
  const ofEach = PROCESSORS.map((processor) => [
    processor,
    Object.values(FILTERS).map((writes) => encodeSteps(filterFor(processor, writes)).toString('hex')),
  ])
  return JSON.stringify(Object.fromEntries(ofEach))
}

function cppFilters(): string {
  const ofEach = PROCESSORS.map((processor) => {
    const functions = Object.entries(FILTERS).map(([name, writes]) => {
      const steps = filterFor(processor, writes).map((step) => `{${Object.values(step).join(', ')}}`)
      return `inline std::vector<sock_filter> ${name}() { return {${steps.join(', ')}}; }`
    })
    return [`#ifdef __${processor}__`, ...functions, '#endif'].join('\n')
  })
  return [...ofEach, `constexpr std::uint32_t OWN_PROCESS = ${OWN_PROCESS};`, ''].join('\n')
}

function filterFor(processor: Processor, opensForWriting: boolean): readonly FilterStep[] {
  return callFilter(processor, { eventLoop: false, opensForWriting })
}

const GRADER = join(import.meta.dirname, '..', 'src', 'grader')
const NODE = harnessOf('node')
const PYTHON = harnessOf('python')
const CPP = harnessOf('cpp')

function harnessOf(language: string): string {
  return join(GRADER, 'languages', language, 'harness')
}

function entriesOf(paths: readonly string[], folder: string): { readonly [out: string]: string } {
  return Object.fromEntries(paths.map((path) => [path.replace(/\.ts$/, ''), join(folder, path)]))
}
