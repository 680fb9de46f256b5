import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExerciseId } from '../../core/ids.ts'
import { Problem } from '../../core/problem.ts'
import { showableText } from '../judge/showable-text.ts'
import type { LanguageSupport, Tool } from '../languages/language.ts'
import type { RunLimits } from './limits.ts'
import { type Isolated, runIsolated } from './run-isolated.ts'
import { createScratch } from './scratch.ts'
import { createSession, type Loaded, type Session } from './session.ts'

/** A submission or a reference in a process of its own, with its function loaded or the reason why not. */
export interface Program {
  readonly session: Session
  readonly loaded: Loaded
  readonly output: Isolated['output']
  /** Ends the process and removes its folder; `output` is then complete. */
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type Source =
  /** The learner's text, under the name that they know it by. */
  | { readonly kind: 'text'; readonly fileName: string; readonly text: string }
  | { readonly kind: 'file'; readonly path: string; readonly fileName: string }

export interface Setting {
  readonly support: LanguageSupport
  readonly tool: Tool
  readonly graderRoot: string
  readonly limits: RunLimits
  /** Whether the exercise speaks in arrays: Python then needs numpy. */
  readonly arrays: boolean
}

/**
 * The scratch folder, one for each program:
 *
 *     /tmp/anneal-XXXXXX/
 *       package.json        says that a .js file is a module
 *       FILE                the submission or the reference, and nothing else: no case, no expected output
 *       harness.js | .py    runs it
 *
 * Throws a `Problem` when the tool cannot run at all.
 */
export async function openProgram(setting: Setting, id: ExerciseId, source: Source): Promise<Program> {
  const { support, tool, limits } = setting
  const scratch = createScratch()
  const harness = join(
    scratch.folder,
    `harness${support.harnessFile.slice(support.harnessFile.lastIndexOf('.'))}`,
  )
  copyFileSync(join(setting.graderRoot, '_harness', support.harnessFile), harness)
  writeFileSync(join(scratch.folder, 'package.json'), '{"type":"module"}')
  const file = join(scratch.folder, source.fileName)
  if (source.kind === 'text') writeFileSync(file, source.text)
  else copyFileSync(source.path, file)

  const command = support.command(tool, { folder: scratch.folder, harness, memoryMb: limits.memoryMb })
  const isolated = runIsolated(command, scratch.folder, limits)
  async function close(): Promise<void> {
    await isolated.stop()
    scratch[Symbol.dispose]()
  }
  try {
    const session = createSession(isolated, limits.requestMs, (message) =>
      tidyMessage(message, scratch.folder),
    )
    await greet(session, setting, isolated)
    const loaded = await session.load(file, support.functionName(id))
    return {
      session,
      loaded: await explainSyntax(loaded, setting, file, scratch.folder),
      output: isolated.output,
      close,
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function explainSyntax(
  loaded: Loaded,
  setting: Setting,
  file: string,
  folder: string,
): Promise<Loaded> {
  const { support, tool } = setting
  if (loaded.kind !== 'failed' || loaded.why !== 'syntax' || support.explainSyntax === undefined)
    return loaded
  const message = tidyMessage(await support.explainSyntax(tool, file), folder)
  return { ...loaded, threw: { ...loaded.threw, message } }
}

/** Before a line of the submission has run: what fails here is the machine's, not the learner's. */
async function greet(
  session: Session,
  { support, tool, arrays }: Setting,
  isolated: Isolated,
): Promise<void> {
  const hello = await session.hello()
  if (hello.kind === 'ended') {
    const said = isolated.output().stderr.trim().split('\n').at(-1) ?? ''
    throw new Problem(`${support.name} does not start (${tool.path}): ${said || hello.ended.kind}.`, {
      remedy: 'Run anneal doctor to see which tools Anneal uses.',
    })
  }
  if (support.language === 'py' && arrays && hello.numpy === undefined) {
    throw new Problem(`Python ${hello.version} (${tool.path}) has no numpy, and this exercise needs it.`, {
      remedy: `Run ${tool.path} -m pip install numpy, or set ANNEAL_PYTHON to a Python that has it.`,
    })
  }
}

/** Safe to show, without the scratch folder's name and the harness's own lines. */
function tidyMessage(message: string, folder: string): string {
  return showableText(message)
    .replaceAll(`file://${folder}/`, '')
    .replaceAll(`${folder}/`, '')
    .split('\n')
    .filter((line) => !/^\s+at .*(harness\.js|node:internal)/.test(line))
    .join('\n')
}
