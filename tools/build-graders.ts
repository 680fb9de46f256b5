import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * Bundles `FOLDER/ID/{grader,reference}.ts` to plain .js, copies what runs or is read as it is, and adds the harnesses that run beside a
 * submission. The result is what `gradeSubmission` calls `graderRoot`.
 */
export async function buildGraders(folder: string, outdir: string): Promise<void> {
  await build({
    entryPoints: entriesOf(globSync('*/{grader,reference}.ts', { cwd: folder }), folder),
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node26',
    logLevel: 'warning',
  })
  for (const path of globSync('*/{reference.{ts,py,cpp},solution.*.md,fixtures}', { cwd: folder })) {
    cpSync(join(folder, path), join(outdir, path), { recursive: true })
  }
  await build({
    entryPoints: { node: join(NODE, 'node.ts') },
    outdir: join(outdir, '_harness'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    logLevel: 'warning',
  })
  mkdirSync(join(outdir, '_harness'), { recursive: true })
  cpSync(CPP, join(outdir, '_harness', 'cpp'), { recursive: true })
  const calls = readFileSync(join(GRADER, 'protocol', 'denied-calls.txt'), 'utf8')
  writeFileSync(join(outdir, '_harness', 'cpp', 'denied-calls.inc'), `R"(${calls})"\n`)
  writePython(['confine.py', 'python.py'], join(outdir, '_harness', 'python.py'), calls)
  writePython(['confine.py', 'nursery.py', 'python.py'], join(outdir, '_harness', 'python-nursery.py'), calls)
}

/** One file, for it lies beside a submission that may have any name. */
function writePython(names: readonly string[], path: string, calls: string): void {
  const parts = names.map((name) => readFileSync(join(PYTHON, name), 'utf8'))
  writeFileSync(path, parts.join('\n\n').replace('CALLS = """\n', `CALLS = """\n${calls}`))
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
