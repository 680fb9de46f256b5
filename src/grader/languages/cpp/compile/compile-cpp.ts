import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Ended } from '../../../protocol/ended.ts'
import type { Build, Compiled, CompileJob, Tool } from '../../../protocol/language.ts'
import { FILE_BYTES } from '../../../run/limits.ts'
import {
  compiledTooLarge,
  compilerEnded,
  compilerExited,
  compilingTookMoreThan,
  notCompiledWithin,
} from '../../../words/loading-sentences.ts'
import { CacheEmptied, cacheEmptied, isEmptied } from './cache-emptied.ts'
import { type CompilerStart, compilerLayer } from './compiler-layer.ts'
import { CPP_FLAGS, compilerEnvironment, type KitBuild, prefixOf } from './cpp-flags.ts'
import { glueFor } from './cpp-glue.ts'
import { type CppKit, prepareCppKit } from './cpp-kit.ts'
import { OLDEST_STANDARD } from './cpp-standard.ts'
import { type Complaint, explainCpp } from './explain-cpp.ts'
import { openFileCache } from './file-cache.ts'

/**
 * Makes a library of a submission, under the limits that a submission has. The scratch folder then holds
 * `harness`, which loads it, and `submission.so`. The same text for the same exercise is compiled once. What
 * an emptied cache has lost is made again.
 */
export async function compileCpp(tool: Tool, job: CompileJob): Promise<Compiled> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await compileOnce(tool, job)
    } catch (error) {
      if (!isEmptied(error)) throw error
      if (attempt === ATTEMPTS) throw cacheEmptied(job.cacheRoot)
    }
  }
}

const ATTEMPTS = 3

async function compileOnce(tool: Tool, job: CompileJob): Promise<Compiled> {
  const { harness: sources, cacheRoot, build, signal } = job
  const prepare = (one: KitBuild) => prepareCppKit(tool, sources, cacheRoot, { build: one, signal })
  const walls = await prepare('usual')
  const kit = build === 'checked' ? await prepare(build) : walls
  const glue = glueFor(job.exercise)
  const harness = join(job.folder, 'harness')
  const file = join(job.folder, 'submission.so')
  copyFileSync(kit.harness, harness)
  const source = readFileSync(join(job.folder, job.fileName), 'utf8')
  const cache = openFileCache(join(cacheRoot, 'cpp'), '.so')
  const key = createHash('sha256')
    .update(JSON.stringify([kit.hash, CPP_FLAGS[build], glue, job.fileName]))
    .update(source)
    .digest('hex')
  if (build !== 'filled' && cache.fetch(key, file)) return { kind: 'compiled', harness, file }
  writeFileSync(join(job.folder, UNIT), `#include "${job.fileName}"\n${glue}`)
  const compile = (args: readonly string[]) => run(tool, { kit, walls }, job, args)
  // The sanitizers are in the program that loads the library.
  const whole = process.platform === 'darwin' || build === 'checked' ? [] : ['-Wl,-z,defs']
  const linking = [...whole, ...kit.linker]
  const link = ['-shared', ...linking, UNIT, ...kit.objects, '-o', file]
  const newest = await compile(link)
  const isOlder = newest.complaint && mayBeOlder(newest.complaint)
  const { complaint, said } = isOlder ? await compile([...link, OLD]) : newest
  if (complaint !== undefined) {
    const alone = async () => (await compile(['-fsyntax-only', job.fileName])).complaint
    return { kind: 'failed', ...(await explainCpp(complaint, { exercise: job.exercise, source }, alone)) }
  }
  if (build === 'filled') return { kind: 'compiled', harness, file, warnings: said }
  cache.keep(key, file)
  return { kind: 'compiled', harness, file }
}

/** Of two standards the last counts. */
const OLD = `-std=${OLDEST_STANDARD}`

/**
 * A program may be older than the standard: it has a name of its own for what the library has now, or needs
 * what is there no longer.
 */
function mayBeOlder(complaint: Complaint): boolean {
  return complaint.kind === 'said' && /\bambiguous\b|char8_t|not a member of 'std'/.test(complaint.text)
}

/** No submission has this name: `grade-submission.ts` sees to it. */
const UNIT = 'harness.unit.cpp'

interface CompilerKits {
  readonly kit: CppKit
  /**
   * Has the harness behind whose walls the compiler works: one with sanitizers needs more memory than a
   * submission has.
   */
  readonly walls: CppKit
}

interface Outcome {
  /** Undefined when the compiler is content. */
  readonly complaint: Complaint | undefined
  readonly said: string
}

async function run(
  tool: Tool,
  { kit, walls }: CompilerKits,
  job: CompileJob,
  args: readonly string[],
): Promise<Outcome> {
  const given = [
    `-std=${kit.standard}`,
    ...CPP_FLAGS[job.build],
    ...MESSAGES,
    '-include',
    join(kit.folder, 'glue.hpp'),
    '-I',
    kit.folder,
    ...args,
  ]
  const { folder, memoryMb, runCompiler, signal } = job
  // Behind Landlock, where there is any: `#include` and `.incbin` could name any file. A compiler that does
  // not work there works in the open.
  const start: CompilerStart = (place, words) => ({
    ...(walls.confines
      ? { file: walls.harness, args: [kit.folder, prefixOf(tool), tool.path, ...words] }
      : { file: tool.path, args: words }),
    env: compilerEnvironment(place),
  })
  const reads = [kit.folder, walls.folder, prefixOf(tool), dirname(tool.path)]
  const layer = await compilerLayer(start, walls.folder, reads)
  const limitMs = COMPILE_MS[job.build]
  const command = start(folder, given)
  const { ended, stderr } = await runCompiler({ command, folder, layer, reads, limitMs, memoryMb, signal })
  const said = stderr
    .replaceAll(`${kit.folder}/`, '')
    .replaceAll(`${folder}/`, '')
    // Whether a file that it may not read is there is nobody's business.
    .replaceAll('Permission denied', 'No such file or directory')
  const complaint = complaintOf(ended, said, { limitMs, memoryMb })
  if (complaint !== undefined && !(kit.isWhole() && walls.isWhole())) throw new CacheEmptied()
  return { complaint, said }
}

/** CPU time. For an explanation nobody waits long. */
const COMPILE_MS: { readonly [B in Build]: number } = {
  usual: 20_000,
  quick: 20_000,
  checked: 8_000,
  filled: 8_000,
}

const MESSAGES = [
  '-fmax-errors=5',
  '-fdiagnostics-color=never',
  '-ftemplate-backtrace-limit=4',
  '-fno-diagnostics-show-option',
]

const FILE_IS_FULL = /(?<![^\n])[^\n:]+: [^\n]*File size limit exceeded/
const MEMORY_IS_FULL = /(?<![^\n])[^\n:]+: out of memory allocating \d+ bytes/

function complaintOf(
  ended: Ended,
  said: string,
  { limitMs, memoryMb }: { readonly limitMs: number; readonly memoryMb: number },
): Complaint | undefined {
  switch (ended.kind) {
    case 'exited':
      if (ended.code === 0) return undefined
      // It takes these for faults of its own, and asks for a report.
      if (FILE_IS_FULL.test(said)) return { kind: 'ended', text: compiledTooLarge(FILE_BYTES / 2 ** 20) }
      if (MEMORY_IS_FULL.test(said)) return { kind: 'ended', text: compilingTookMoreThan(memoryMb) }
      return said === '' ? { kind: 'ended', text: compilerExited(ended.code) } : { kind: 'said', text: said }
    case 'time-limit':
      return { kind: 'ended', text: notCompiledWithin(limitMs / 1000) }
    case 'memory-limit':
      return { kind: 'ended', text: compilingTookMoreThan(ended.limitMb) }
    default:
      return said === '' ? { kind: 'ended', text: compilerEnded(ended.kind) } : { kind: 'said', text: said }
  }
}
