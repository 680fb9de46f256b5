import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../../../core/problem.ts'
import { makeFolder } from '../../../disk/make-folder.ts'
import { askTool } from '../../run/ask-tool.ts'
import { findSystemPython, ownEnvironment, pythonIn } from './find-python.ts'

/** One program to run, told to the learner before it is. */
export type ShellCommand = readonly [file: string, ...args: string[]]

/**
 * Makes the program's own environment, with numpy: an externally managed Python takes no packages.
 * @returns the path of its Python
 * @throws Problem when a step fails; nothing is left of it then
 */
export async function makeEnvironment(
  cacheRoot: string,
  tell: (command: ShellCommand) => void,
): Promise<string> {
  const { path } = await findSystemPython()
  const environment = ownEnvironment(cacheRoot)
  const python = pythonIn(environment)
  makeFolder(dirname(environment))
  try {
    for (const command of [
      [path, '-I', '-m', 'venv', '--clear', environment],
      [python, '-I', '-m', 'pip', 'install', '--disable-pip-version-check', 'numpy'],
    ] as const) {
      tell(command)
      await run(command)
    }
  } catch (error) {
    rmSync(environment, { recursive: true, force: true })
    throw error
  }
  return python
}

async function run([file, ...args]: ShellCommand): Promise<void> {
  try {
    await askTool(file, args, { timeout: TAKES_MS })
  } catch (cause) {
    const said = lastLine(cause)
    const command = [file, ...args].join(' ')
    throw new Problem(
      { en: `\`${command}\` failed (${said}).`, zh: `\`${command}\` 失败（${said}）。` },
      {
        remedy: {
          en: 'Debian and Ubuntu need `apt install python3-venv` first; without a network, name a Python that has numpy by `anneal config python PATH`.',
          zh: 'Debian 和 Ubuntu 需先 `apt install python3-venv`；没有网络时，请用 `anneal config python PATH` 指定装有 numpy 的 Python。',
        },
        cause,
      },
    )
  }
}

/** Over a slow network. */
const TAKES_MS = 3_600_000

/** Of what a program said last that says something. */
function lastLine(cause: unknown): string {
  const {
    stderr = '',
    stdout = '',
    message = String(cause),
  } = cause as {
    readonly stderr?: string
    readonly stdout?: string
    readonly message?: string
  }
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.trim())
  const errors = lines.filter((line) => /error/i.test(line))
  return errors.at(-1) ?? lines.findLast((line) => line !== '') ?? message
}
