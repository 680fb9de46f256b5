import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Tool } from '../protocol/language.ts'
import { windowsRoot } from './windows-root.ts'

export interface Asked {
  readonly env?: { readonly [name: string]: string } | undefined
  /** Only against hanging: a busy machine takes its time. */
  readonly timeout?: number
}

/**
 * Runs a tool that is to say something about itself, or to make something, outside every wall. It runs
 * nothing that lies in the folder where the learner is, and hears nothing of an environment that would make
 * it load what it does not bring.
 */
export async function askTool(file: string, args: readonly string[], asked: Asked = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(file, args, {
    cwd: '/',
    env: { ...plainEnvironment(), ...asked.env },
    timeout: asked.timeout ?? HANGS_MS,
    maxBuffer: MOST_OUTPUT,
  })
  return stdout
}

/** The same of each tool, which is asked once, unless that failed. */
export function askedOnce<T>(ask: (tool: Tool) => Promise<T>): (tool: Tool) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return (tool) =>
    answers.getOrInsertComputed(tool.path, (path) => {
      const asked = ask(tool)
      asked.catch(() => answers.delete(path))
      return asked
    })
}

const HANGS_MS = 60_000
const MOST_OUTPUT = 2 ** 26

/** What finds programs, the network and the user's own places; nothing that names code. */
export function plainEnvironment(): { readonly [name: string]: string } {
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && KEPT.test(name) ? [[name, value]] : [],
  )
  return { ...Object.fromEntries(kept), LC_ALL: 'C', ...windowsRoot() }
}

const KEPT =
  /^(?:PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|USERPROFILE|APPDATA|LOCALAPPDATA|(?:https?|no|all)_proxy|SSL_CERT_(?:FILE|DIR)|(?:PYENV|ASDF|MISE|PIP|XDG)_.*)$/i
