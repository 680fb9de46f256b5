import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import type { Exercise } from '../../core/exercise.ts'
import { verbatim } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { typesOf } from '../../core/signature.ts'
import type { Greeting, Loaded, Over, Threw } from '../protocol/answers.ts'
import type { Compiling } from '../protocol/compiling.ts'
import type { Build, Compiled, LanguageSupport, Tool } from '../protocol/language.ts'
import { showable, showableText } from '../words/showable-text.ts'
import type { Printed } from './collect-output.ts'
import { createDialogue, type Dialogue } from './dialogue.ts'
import type { RunLimits } from './limits.ts'
import type { Nursery } from './nursery.ts'
import { findOuterLayer } from './outer-layer.ts'
import { runCompiler } from './run-compiler.ts'
import { type Isolated, runIsolated } from './run-isolated.ts'
import { createScratch } from './scratch.ts'
import type { Launch, Run, Started } from './started.ts'

/** A submission or a reference in a process of its own, with its function loaded or the reason why not. */
export interface Program {
  readonly dialogue: Dialogue
  readonly loaded: Loaded
  /** What its harness has taken away from it: `landlock`, `seccomp`. */
  readonly layers: readonly string[]
  /** Its scratch folder, until it is closed. */
  readonly folder: string
  /** In its compiler's words, of a build that has any. */
  readonly warnings: string
  readonly output: Isolated['output']
  readonly printed: Isolated['printed']
  readonly markMemory: Isolated['markMemory']
  readonly neededSince: Isolated['neededSince']
  /** Ends the process and removes its folder; `output` is then complete. */
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type Source = TextSource | FileSource

export interface FileSource {
  readonly kind: 'file'
  readonly path: string
  readonly fileName: string
}

/** The learner's text, under the name that they know it by. */
export interface TextSource {
  readonly kind: 'text'
  readonly fileName: string
  readonly text: string
}

export interface ProgramSetting {
  readonly support: LanguageSupport
  readonly tool: Tool
  readonly graderRoot: string
  /** What a compiler has made is kept below it. */
  readonly cacheRoot: string
  readonly limits: RunLimits
  /** `usual` where it is not said. */
  readonly build?: Build
  /** Where many programs are opened; without it each is started by itself, from its text as it is. */
  readonly nursery?: Nursery | undefined
  /** Ends every program that was opened in this setting, and what compiles one. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The scratch folder, one for each program:
 *
 *     /tmp/anneal-XXXXXX/
 *       package.json        says that a .js file is a module
 *       FILE                the submission or the reference, and nothing else: no case, no expected output.
 *                           Of TypeScript also what is made of it
 *       harness.cjs | .py   runs it; in a compiled language the programs `harness` and `submission.so`
 *
 * Throws a `Problem` when the tool cannot run at all.
 */
export async function openProgram(
  setting: ProgramSetting,
  exercise: Exercise,
  source: Source,
): Promise<Program> {
  const { support, tool, limits, signal } = setting
  const scratch = createScratch(setting.nursery?.folder)
  const { folder } = scratch
  let isolated: Isolated | undefined
  const stop = () => void isolated?.stop()
  async function close(): Promise<void> {
    signal?.removeEventListener('abort', stop)
    await isolated?.stop()
    scratch[Symbol.dispose]()
  }
  try {
    const parts = await provideFiles(setting, exercise, source, folder)
    if (parts.kind === 'failed') return notCompiled(parts, folder, close)
    limits.deadline?.begin()
    const command = support.command(tool, { folder, harness: parts.harness, memoryMb: limits.memoryMb })
    const layer = await findOuterLayer()
    const reads = layer.kind === 'bubblewrap' ? ((await support.reads?.(tool)) ?? []) : []
    const run = { command, folder, limits, layer, reads }
    isolated = runIsolated(run, await nursed(setting, run))
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    const { inOwnLines = (said) => said } = parts
    const tidy = (message: string) => tidyMessage(inOwnLines(message), folder)
    const dialogue = createDialogue(isolated, limits.requestMs, tidy)
    const { layers } = await greet(dialogue, setting, exercise, isolated)
    const loaded = await dialogue.load(parts.file, {
      name: support.functionName(exercise.id),
      signature: typesOf(exercise.signature),
    })
    return {
      dialogue,
      loaded: await explainSyntax(loaded, setting, parts.file, { folder, fileName: source.fileName }),
      layers,
      folder,
      warnings: parts.warnings ?? '',
      ...printing(isolated, inOwnLines),
      markMemory: isolated.markMemory,
      neededSince: isolated.neededSince,
      close,
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    // What was stopped may seem to have failed.
    signal?.throwIfAborted()
    throw error
  }
}

/** Undefined where it is to be started from here. */
async function nursed(
  { support, tool, graderRoot, nursery }: ProgramSetting,
  run: Run,
): Promise<Started | undefined> {
  if (nursery === undefined) return undefined
  if (support.nursery === undefined) return launchIn(nursery, graderRoot)(run)
  const { file, command } = support.nursery
  const harness = join(nursery.folder, file)
  if (!existsSync(harness)) copyFileSync(join(graderRoot, '_harness', file), harness)
  return nursery.fork(command(tool, harness), run)
}

function launchIn(nursery: Nursery, graderRoot: string): Launch {
  return (run) => nursery.launch(resolve(graderRoot, '_harness', 'launcher.cjs'), run)
}

/** Writes all that the program consists of into its folder. */
async function provideFiles(
  { support, tool, graderRoot, cacheRoot, limits, build = 'usual', nursery, signal }: ProgramSetting,
  exercise: Exercise,
  source: Source,
  folder: string,
): Promise<Compiled> {
  const { fileName } = source
  const file = join(folder, fileName)
  if (source.kind === 'text') writeFileSync(file, source.text)
  else copyFileSync(source.path, file)
  const harness = join(graderRoot, '_harness', support.harnessFile)
  if (support.compile) {
    const { memoryMb } = limits
    const launch = nursery && launchIn(nursery, graderRoot)
    const compiler = { runCompiler: (one: Compiling) => runCompiler(one, launch) }
    const job = { exercise, folder, fileName, harness, cacheRoot, memoryMb, build, signal, ...compiler }
    return support.compile(tool, job)
  }
  const translated = await support.translate?.({ folder, fileName, build, signal })
  if (translated?.kind === 'failed') return translated
  const copy = join(folder, `harness${extname(harness)}`)
  copyFileSync(harness, copy)
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  if (translated === undefined) return { kind: 'compiled', harness: copy, file }
  const { inOwnLines } = translated
  return { kind: 'compiled', harness: copy, file: join(folder, translated.fileName), inOwnLines }
}

function printing(
  { output, printed }: Pick<Isolated, 'output' | 'printed'>,
  inOwnLines: (said: string) => string,
): Pick<Program, 'output' | 'printed'> {
  const tell = ({ stdout, stderr }: Printed): Printed => ({
    stdout: inOwnLines(stdout),
    stderr: inOwnLines(stderr),
  })
  return { output: () => tell(output()), printed: async () => tell(await printed()) }
}

/** A program that never was: it has nothing to say but why. */
function notCompiled(
  { why, message }: Extract<Compiled, { readonly kind: 'failed' }>,
  folder: string,
  close: () => Promise<void>,
): Program {
  const over = () => Promise.resolve<Over>({ kind: 'ended', ended: { kind: 'stopped' } })
  const threw: Threw = { kind: 'threw', name: 'CompileError', message: showable(message) }
  return {
    dialogue: {
      hello: over,
      load: over,
      call: over,
      recall: over,
      batch: over,
      cpuMs: () => 0,
      usage: () => undefined,
    },
    loaded: { kind: 'failed', why, threw },
    layers: [],
    folder,
    warnings: '',
    output: () => ({ stdout: '', stderr: '' }),
    printed: async () => ({ stdout: '', stderr: '' }),
    markMemory: () => undefined,
    neededSince: () => undefined,
    close,
    [Symbol.asyncDispose]: close,
  }
}

async function explainSyntax(
  loaded: Loaded,
  { support, tool }: ProgramSetting,
  file: string,
  { folder, fileName }: { readonly folder: string; readonly fileName: string },
): Promise<Loaded> {
  if (loaded.kind !== 'failed' || loaded.why !== 'syntax' || support.explainSyntax === undefined)
    return loaded
  const told = await support.explainSyntax(tool, file, fileName)
  if (told === undefined) return loaded
  return { ...loaded, threw: { ...loaded.threw, message: verbatim(tidyMessage(told, folder)) } }
}

/** Before a line of the submission has run: what fails here is the machine's, not the learner's. */
async function greet(
  dialogue: Dialogue,
  { support, tool }: ProgramSetting,
  exercise: Exercise,
  isolated: Isolated,
): Promise<Greeting> {
  const hello = await dialogue.hello()
  if (hello.kind === 'ended') {
    const said = isolated.output().stderr.trim().split('\n').at(-1) ?? ''
    const why = said.replace(/\.$/, '') || hello.ended.kind
    throw new Problem(
      {
        en: `${support.name} does not start (${tool.path}): ${why}.`,
        zh: `${support.name} 无法启动（${tool.path}）：${why}。`,
      },
      {
        remedy: {
          en: 'Run anneal doctor to see which tools Anneal uses.',
          zh: '请运行 anneal doctor 查看 Anneal 所用的工具。',
        },
      },
    )
  }
  const lack = support.lacks?.(tool, hello, exercise)
  if (lack) throw lack
  return hello
}

/** Safe to show, without the scratch folder's name and the harness's own lines. */
function tidyMessage(message: string, folder: string): string {
  return showableText(message)
    .replaceAll(`file://${folder}/`, '')
    .replaceAll(`${folder}/`, '')
    .split('\n')
    .filter((line) => !/^\s+at .*(harness\.cjs|node:internal)/.test(line))
    .join('\n')
}
