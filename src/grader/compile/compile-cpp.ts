import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  compilerEnded,
  compilerExited,
  compilingTookMoreThan,
  notCompiledWithin,
} from '../judge/sentences.ts'
import { glueFor } from '../languages/cpp-glue.ts'
import type { Command, Compiled, CompileJob, Tool } from '../languages/language.ts'
import { type Ended, runIsolated } from '../run/run-isolated.ts'
import { CPP_FLAGS, type CppKit, compilerEnvironment, prefixOf, prepareCppKit } from './cpp-kit.ts'
import { type Complaint, explainCpp } from './explain-cpp.ts'
import { openFileCache } from './file-cache.ts'

/**
 * Makes a library of a submission, under the limits that a submission has. The scratch folder then holds `harness`, which loads it, and
 * `submission.so`. The same text for the same exercise is compiled once.
 */
export async function compileCpp(tool: Tool, job: CompileJob): Promise<Compiled> {
  const kit = await prepareCppKit(tool, job.harness, job.cacheRoot)
  const glue = glueFor(job.exercise)
  const harness = join(job.folder, 'harness')
  const file = join(job.folder, 'submission.so')
  copyFileSync(kit.harness, harness)
  const cache = openFileCache(join(job.cacheRoot, 'cpp'), '.so')
  const key = createHash('sha256')
    .update(JSON.stringify([kit.hash, glue, job.fileName]))
    .update(readFileSync(join(job.folder, job.fileName)))
    .digest('hex')
  if (!cache.fetch(key, file)) {
    writeFileSync(join(job.folder, UNIT), `#include "${job.fileName}"\n${glue}`)
    const linking = process.platform === 'darwin' ? [] : ['-Wl,-z,defs']
    const ran = await run(tool, kit, job, [
      '-shared',
      ...linking,
      UNIT,
      join(kit.folder, 'glue.o'),
      '-o',
      file,
    ])
    if (ran.complaint !== undefined) {
      const alone = async () => (await run(tool, kit, job, ['-fsyntax-only', job.fileName])).complaint
      return { kind: 'failed', ...(await explainCpp(ran.complaint, job.exercise, alone)) }
    }
    cache.keep(key, file)
  }
  return { kind: 'compiled', harness, file }
}

/** No submission has this name: `grade-submission.ts` sees to it. */
const UNIT = 'harness.unit.cpp'

const COMPILE_MS = 10_000

interface Run {
  /** Undefined when the compiler was content. */
  readonly complaint: Complaint | undefined
}

async function run(tool: Tool, kit: CppKit, job: CompileJob, args: readonly string[]): Promise<Run> {
  const given = [
    ...CPP_FLAGS,
    ...MESSAGES,
    '-include',
    join(kit.folder, 'glue.hpp'),
    '-I',
    kit.folder,
    ...args,
  ]
  const command = { ...confinedCompiler(tool, kit, given), env: compilerEnvironment(job.folder) }
  const limits = { requestMs: COMPILE_MS, memoryMb: job.memoryMb, outputBytes: 2 ** 20 }
  // A compiler writes, and runs nothing of what it reads.
  const layer = { kind: 'none' } as const
  const compiler = runIsolated({ command, folder: job.folder, limits, layer, reads: [] })
  try {
    // A compiler sends no frame: it ends.
    const reply = await compiler.hello(COMPILE_MS)
    const ended: Ended = reply.kind === 'ended' ? reply.ended : { kind: 'forged' }
    const said = compiler.output().stderr.replaceAll(`${kit.folder}/`, '').replaceAll(`${job.folder}/`, '')
    return { complaint: complaintOf(ended, said) }
  } finally {
    await compiler.stop()
  }
}

/**
 * Behind Landlock, where there is any: `#include` and `.incbin` could name any file. A compiler that does not work there works in the open.
 */
function confinedCompiler(tool: Tool, kit: CppKit, args: readonly string[]): Pick<Command, 'file' | 'args'> {
  if (!kit.confines) return { file: tool.path, args }
  return { file: kit.harness, args: [kit.folder, prefixOf(tool), tool.path, ...args] }
}

const MESSAGES = [
  '-fmax-errors=5',
  '-fdiagnostics-color=never',
  '-ftemplate-backtrace-limit=4',
  '-fno-diagnostics-show-option',
]

function complaintOf(ended: Ended, said: string): Complaint | undefined {
  switch (ended.kind) {
    case 'exited':
      if (ended.code === 0) return undefined
      return said === '' ? { kind: 'ended', text: compilerExited(ended.code) } : { kind: 'said', text: said }
    case 'time-limit':
      return { kind: 'ended', text: notCompiledWithin(COMPILE_MS / 1000) }
    case 'memory-limit':
      return { kind: 'ended', text: compilingTookMoreThan(ended.limitMb) }
    default:
      return said === '' ? { kind: 'ended', text: compilerEnded(ended.kind) } : { kind: 'said', text: said }
  }
}
