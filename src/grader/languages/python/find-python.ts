import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '../../../core/locale.ts'
import { Problem } from '../../../core/problem.ts'
import type { Tool, ToolPlaces } from '../../protocol/language.ts'
import { askTool } from '../../run/ask-tool.ts'
import { findNamed, findOnPath } from '../../run/find-on-path.ts'
import { userCache } from '../../run/user-cache.ts'

/** The setting, else `ANNEAL_PYTHON`, the active virtual environment, the program's own, and `python3` on the path. */
export function findPython({ chosen, cacheRoot = userCache() }: ToolPlaces = {}): Promise<Tool> {
  if (chosen?.py !== undefined) return resolvePython(chosen.py, settingDoesNotRun(chosen.py))
  const named = process.env['ANNEAL_PYTHON']
  if (named) return resolvePython(findNamed(named), variableDoesNotRun(named))
  const active = process.env['VIRTUAL_ENV']
  if (active) return resolvePython(pythonIn(active), environmentDoesNotRun(active))
  const own = pythonIn(ownEnvironment(cacheRoot))
  return existsSync(own) ? resolvePython(own, environmentDoesNotRun(own)) : findSystemPython()
}

export function findSystemPython(): Promise<Tool> {
  return resolvePython(findOnPath(process.platform === 'win32' ? 'python' : 'python3'), NONE_ON_PATH)
}

/** The environment that the program may make for itself: `config python --make`. */
export function ownEnvironment(cacheRoot: string): string {
  return join(cacheRoot, 'python')
}

export function pythonIn(environment: string): string {
  return join(environment, ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']))
}

export interface PythonVersions {
  readonly version: string
  readonly numpy: string | undefined
}

/** Runs it. */
export async function askPython({ path }: Tool): Promise<PythonVersions> {
  const told = await askTool(path, ['-I', '-c', VERSIONS])
  const [version, numpy] = JSON.parse(told) as readonly [string, string | null]
  return { version, numpy: numpy ?? undefined }
}

export interface NumpyFound {
  readonly version: string
  readonly isThere: boolean
}

/** Whether there is a numpy. To load it takes a learner's time; that it does not load is seen when it is used. */
export async function lookForNumpy({ path }: Tool): Promise<NumpyFound> {
  const told = await askTool(path, ['-I', '-c', LOOK_FOR_NUMPY])
  const [version, isThere] = JSON.parse(told) as readonly [string, boolean]
  return { version, isThere }
}

/** Isolated, Python leaves out the user's own packages too: here they are again. */
export const USER_PACKAGES = `
import site, sys
if sys.prefix == sys.base_prefix:
    sys.path.insert(next((at for at, path in enumerate(sys.path) if path.endswith("-packages")), len(sys.path)), site.getusersitepackages())
`

const BEGIN = `
${USER_PACKAGES}
import json
version = ".".join(map(str, sys.version_info[:3]))
`

const LOOK_FOR_NUMPY = `
${BEGIN}
from importlib.util import find_spec
print(json.dumps([version, find_spec("numpy") is not None]))
`

const VERSIONS = `
${BEGIN}
try:
    import numpy
    print(json.dumps([version, numpy.__version__]))
except ImportError:
    print(json.dumps([version, None]))
`

const NONE_ON_PATH: Text = { en: 'No python3 is on the path.', zh: 'PATH 中没有 python3。' }

function settingDoesNotRun(path: string): Text {
  return {
    en: `The setting python names ${path}, which does not run.`,
    zh: `设置 python 指定的 ${path} 无法运行。`,
  }
}

function variableDoesNotRun(path: string): Text {
  return {
    en: `ANNEAL_PYTHON names ${path}, which does not run.`,
    zh: `ANNEAL_PYTHON 指定的 ${path} 无法运行。`,
  }
}

function environmentDoesNotRun(environment: string): Text {
  return {
    en: `The virtual environment ${environment} has no Python that runs.`,
    zh: `虚拟环境 ${environment} 里没有可以运行的 Python。`,
  }
}

/**
 * A version manager puts a script in the place of the interpreter; it needs the environment that a submission
 * does not get.
 */
async function resolvePython(path: string | undefined, complaint: Text): Promise<Tool> {
  try {
    if (path === undefined) throw new Error('not found')
    if (!isScript(path)) return { path }
    const told = await askTool(path, ['-I', '-c', 'import sys; print(sys.executable)'])
    return { path: told.trim() }
  } catch (cause) {
    throw new Problem(complaint, {
      remedy: {
        en: 'Install Python 3.9 or later, or name it by `anneal config python PATH`.',
        zh: '请安装 Python 3.9 或更高版本，或用 `anneal config python PATH` 指定。',
      },
      cause,
    })
  }
}

function isScript(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(2)
    readSync(file, start)
    return start.toString('latin1') === '#!'
  } finally {
    closeSync(file)
  }
}
