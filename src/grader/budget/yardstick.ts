import { join } from 'node:path'
import type { AnyGrader } from '../cases/load-grader.ts'
import type { GradeRequest } from '../run/grade-request.ts'
import { type FileSource, openProgram, type Program, type ProgramSetting } from '../run/open-program.ts'
import type { Contender } from './contender.ts'
import { inputsOf } from './inputs.ts'
import { type Warm, warmUp } from './warm-up.ts'

/** The reference of a ratio budget, in a process of its own beside the submission's. */
export interface Yardstick {
  /** Starts it and warms it up, once; it is needed, or likely to be. */
  readonly start: () => void
  readonly ready: () => Promise<{ readonly contender: Contender; readonly warmed: Warm }>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export function createYardstick(
  grader: AnyGrader,
  setting: ProgramSetting,
  request: GradeRequest,
): Yardstick {
  const draw = grader.performance?.ratio
  const needed = request.exercise.budget?.ratio !== undefined
  let opened: Promise<Program> | undefined
  let ready: ReturnType<Yardstick['ready']> | undefined

  function start(): ReturnType<Yardstick['ready']> {
    if (draw === undefined)
      throw new Error('The exercise has a ratio budget, and its grader no inputs for it')
    opened ??= openReference(setting, request)
    ready ??= opened.then(async (program) => {
      const contender = {
        dialogue: program.dialogue,
        draw: inputsOf(request, 'ratio', draw),
        check: undefined,
        batchLimitMs: HANGS_MS,
      }
      return { contender, warmed: await warmUp(contender, setting.support.warmMs) }
    })
    // Whoever asks for it is told.
    ready.catch(() => undefined)
    return ready
  }

  return {
    start: () => needed && void start(),
    ready: start,
    async [Symbol.asyncDispose]() {
      const program = await opened?.catch(() => undefined)
      await program?.close()
    },
  }
}

/** Ours, and right: on whatever machine, it is only kept from hanging. */
const HANGS_MS = 60_000

async function openReference(setting: ProgramSetting, request: GradeRequest): Promise<Program> {
  const source = referenceSource(setting, request)
  const program = await openProgram(setting, request.exercise, source)
  if (program.loaded.kind === 'loaded') return program
  await program.close()
  throw new Error(`${source.fileName} does not load`)
}

/** In the language of the submission. */
export function referenceSource(
  { support }: ProgramSetting,
  { graderRoot, exercise }: GradeRequest,
): FileSource {
  const { referenceFile } = support
  return { kind: 'file', path: join(graderRoot, exercise.id, referenceFile), fileName: referenceFile }
}
