import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'

/**
 * Loads a bundled grader once, in a process of its own: one that throws, leaves or never comes back would
 * otherwise be taken for the program.
 * @param source its `grader.ts`, for people
 * @throws Problem where it cannot be loaded, or exports no grader
 */
export async function tryGrader(bundled: string, source: string): Promise<void> {
  const said = await load(bundled)
  switch (said?.kind) {
    case 'loaded':
      return
    case 'nothing':
      throw graderProblem({
        en: `${source} exports no \`grader\`: write \`export const grader = defineGrader({…})\`.`,
        zh: `${source} 没有导出 \`grader\`：请写 \`export const grader = defineGrader({…})\`。`,
      })
    case 'threw': {
      const { message, place } = said
      throw graderProblem({
        en: `${place ?? source} throws when it is loaded: ${message}.`,
        zh: `${place ?? source} 在加载时抛出错误：${message}。`,
      })
    }
    case undefined:
      throw graderProblem({
        en: `${source} ends its process when it is loaded, or has not ended loading after ${LIMIT_MS / 1000} s.`,
        zh: `${source} 在加载时结束了进程，或 ${LIMIT_MS / 1000} 秒后仍未加载完。`,
      })
  }
}

/** Against hanging alone. */
const LIMIT_MS = 30_000

type Said =
  | { readonly kind: 'loaded' | 'nothing' }
  | { readonly kind: 'threw'; readonly message: string; readonly place: string | null }

/** Undefined where it said nothing. */
async function load(bundled: string): Promise<Said | undefined> {
  const args = ['--enable-source-maps', '--input-type=module', '-e', LOAD, pathToFileURL(bundled).href]
  const options = { timeout: LIMIT_MS, killSignal: 'SIGKILL' } as const
  const output = await promisify(execFile)(process.execPath, args, options).then(
    ({ stdout }) => stdout,
    // It may have said it, and left something running.
    ({ stdout }) => String(stdout ?? ''),
  )
  // It may print before.
  const last = output.trimEnd().split('\n').at(-1) ?? ''
  return last.startsWith(MARK) ? (JSON.parse(last.slice(MARK.length)) as Said) : undefined
}

const MARK = 'anneal: '

// The space is for the build, which has the launcher import in place of a script of its own.
const LOAD = `
import { writeSync } from 'node:fs'
const say = (said) => writeSync(1, '\\n${MARK}' + JSON.stringify(said) + '\\n')
try {
  const { grader } = await import (process.argv[1])
  say({ kind: typeof grader === 'object' && grader !== null ? 'loaded' : 'nothing' })
} catch (error) {
  const [message] = String(error?.message ?? error).split('\\n')
  say({ kind: 'threw', message, place: /([\\w-]+\\.ts:\\d+)/.exec(error?.stack ?? '')?.[1] ?? null })
}`

/** What the author of a grader has to mend. */
export function graderProblem(message: Text): Problem {
  return new Problem(message, { remedy: { en: 'Mend it, then try again.', zh: '请改正后重试。' } })
}
