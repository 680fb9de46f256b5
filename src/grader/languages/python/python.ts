import { execFile } from 'node:child_process'
import { closeSync, openSync, readSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Exercise } from '../../../core/exercise.ts'
import type { Text } from '../../../core/locale.ts'
import { Problem } from '../../../core/problem.ts'
import type { Type } from '../../../core/signature.ts'
import type { Greeting } from '../../protocol/answers.ts'
import { codeAlone, PYTHON_LEXIS } from '../../protocol/code-text.ts'
import type { LanguageSupport, StartCommand, Tool } from '../../protocol/language.ts'
import { dtypesOf } from '../../protocol/named-types.ts'
import { snakeCase, snakeName } from '../../protocol/snake-case.ts'
import { findOnPath } from '../../run/find-on-path.ts'
import { windowsRoot } from '../../run/windows-root.ts'
import { findLibraryName } from './library-names.ts'
import { pythonStarter } from './python-starter.ts'
import { NUMPY_DTYPES, pythonStubs } from './python-stubs.ts'

export const python: LanguageSupport = {
  language: 'py',
  name: 'Python',
  extension: '.py',
  lineComment: '#',
  functionName: snakeCase,
  lexis: PYTHON_LEXIS,
  spell: snakeName,
  findLibraryName: (text, names) => findLibraryName(codeAlone(text, PYTHON_LEXIS), names),
  describe,
  findTool: findPython,
  compile: undefined,
  explainSyntax: undefined,
  versionOf: pythonVersion,
  denies: [],
  referenceFile: 'reference.py',
  shownReference: 'reference.py',
  harnessFile: 'python.py',
  companions: pythonStubs,
  memoryError: /MemoryError/,
  warmMs: 20,
  lacks: lacksNumpy,
  command: (tool, work) => harnessCommand(tool, work.harness),
  nursery: { file: 'python-nursery.py', command: harnessCommand },
  reads: pythonReads,
  starter: pythonStarter,
}

function harnessCommand({ path }: Tool, harness: string): StartCommand {
  return {
    file: path,
    // No files beside the harness.
    args: ['-B', '-X', 'utf8', harness],
    // One thread: CPU time is what a submission is measured by, and a thread pool of numpy's would wait in it.
    env: {
      ...{ OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
      ...userPackages(),
      ...windowsRoot(),
    },
  }
}

function lacksNumpy({ path }: Tool, { version, numpy }: Greeting, exercise: Exercise): Problem | undefined {
  if (numpy !== undefined || dtypesOf(exercise).length === 0) return undefined
  return new Problem(
    {
      en: `Python ${version} (${path}) has no numpy, and this exercise needs it.`,
      zh: `Python ${version}（${path}）没有安装 numpy，而这道练习需要它。`,
    },
    {
      remedy: {
        en: `Run ${path} -m pip install numpy, or set ANNEAL_PYTHON to a Python that has it.`,
        zh: `请运行 ${path} -m pip install numpy，或把 ANNEAL_PYTHON 设为装有 numpy 的 Python。`,
      },
    },
  )
}

/** In a user namespace Python no longer knows whose home it is in. */
function userPackages(): { readonly [name: string]: string } {
  return process.platform === 'linux' ? { PYTHONUSERBASE: join(homedir(), '.local') } : {}
}

let folders: Promise<readonly string[]> | undefined

/** Where the interpreter and its packages are, as it says itself. */
function pythonReads({ path }: Tool): Promise<readonly string[]> {
  folders ??= promisify(execFile)(path, ['-c', FOLDERS], { env: userPackages() }).then(({ stdout }) => [
    path,
    ...(JSON.parse(stdout) as readonly string[]),
  ])
  return folders
}

const FOLDERS = `
import json, os, sys
paths = [sys.prefix, getattr(sys, 'base_prefix', ''), os.path.realpath(sys.executable)] + sys.path
print(json.dumps(sorted(path for path in paths if path and os.path.exists(path))))
`

function describe(type: Type): Text {
  switch (type.kind) {
    case 'int':
      return { en: 'an int', zh: 'int' }
    case 'f64':
      return { en: 'a float', zh: 'float' }
    case 'bool':
      return { en: 'a bool', zh: 'bool' }
    case 'str':
      return { en: 'a str', zh: 'str' }
    case 'array': {
      const dtype = NUMPY_DTYPES[type.dtype]
      return { en: `a numpy array of ${dtype}`, zh: `dtype 为 ${dtype} 的 numpy 数组` }
    }
    case 'record': {
      const keys = type.fields.map((field) => `'${snakeName(field.name)}'`)
      return { en: `a dict with ${keys.join(', ')}`, zh: `含键 ${keys.join('、')} 的 dict` }
    }
  }
}

/** `ANNEAL_PYTHON`, else the active virtual environment, else `python3` on the path. */
async function findPython(): Promise<Tool> {
  const chosen = process.env['ANNEAL_PYTHON']
  if (chosen) {
    return resolvePython(chosen, {
      en: `ANNEAL_PYTHON names ${chosen}, which does not run.`,
      zh: `ANNEAL_PYTHON 指定的 ${chosen} 无法运行。`,
    })
  }
  const environment = process.env['VIRTUAL_ENV']
  const inEnvironment = process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']
  if (environment) {
    const path = join(environment, ...inEnvironment)
    return resolvePython(path, {
      en: `The virtual environment ${environment} has no Python that runs.`,
      zh: `虚拟环境 ${environment} 里没有可以运行的 Python。`,
    })
  }
  return resolvePython(findOnPath(process.platform === 'win32' ? 'python' : 'python3'), {
    en: 'No python3 is on the path.',
    zh: 'PATH 中没有 python3。',
  })
}

async function pythonVersion({ path }: Tool): Promise<string> {
  const { stdout } = await promisify(execFile)(path, ['-E', '-c', VERSIONS])
  return stdout.trim()
}

const VERSIONS = `
import sys
version = ".".join(map(str, sys.version_info[:3]))
try:
    import numpy
    print(version + ", numpy " + numpy.__version__)
except ImportError:
    print(version + ", no numpy")
`

/** A version manager puts a script in the place of the interpreter; it needs the environment that a submission does not get. */
async function resolvePython(path: string | undefined, complaint: Text): Promise<Tool> {
  try {
    if (path === undefined) throw new Error('not found')
    if (!isScript(path)) return { path }
    const { stdout } = await promisify(execFile)(path, ['-c', 'import sys; print(sys.executable)'])
    return { path: stdout.trim() }
  } catch (cause) {
    throw new Problem(complaint, {
      remedy: {
        en: 'Install Python 3.9 or later, or set ANNEAL_PYTHON to its path.',
        zh: '请安装 Python 3.9 或更高版本，或把 ANNEAL_PYTHON 设为它的路径。',
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
