import { join } from 'node:path'
import type { Text } from '../../../core/locale.ts'
import type { Signature, Type } from '../../../core/signature.ts'
import { codeAlone, type Lexis, ON_ONE_LINE, oneOf } from '../../protocol/code-text.ts'
import type { LanguageSupport, StartCommand, Tool } from '../../protocol/language.ts'
import { parametersIn } from '../../protocol/parameters-in.ts'
import { snakeCase, snakeName } from '../../protocol/snake-case.ts'
import { askedOnce, askTool } from '../../run/ask-tool.ts'
import { homeFolder } from '../../run/home-folder.ts'
import { windowsRoot } from '../../run/windows-root.ts'
import {
  cannotBeCalled,
  HELPER_IS_MISSING,
  IN_CLASS,
  NESTED_TOO_DEEPLY,
} from '../../words/loading-sentences.ts'
import { tellOtherOrder } from '../../words/other-order.ts'
import { notOfBytes } from '../../words/sentences.ts'
import { checkPython } from './check-python.ts'
import { askPython, findPython, USER_PACKAGES } from './find-python.ts'
import { lacksNumpy, lacksNumpyForMost, lacksNumpyHere } from './lacks-numpy.ts'
import { findLibraryName } from './library-names.ts'
import { makeEnvironment } from './make-environment.ts'
import { CONSOLE_PROMPTS, NOTEBOOK_COMMANDS, notInstalled } from './python-sentences.ts'
import { pythonStarter, unfilledPython } from './python-starter.ts'
import { NUMPY_DTYPES, pythonStubs } from './python-stubs.ts'
import { pythonSlowLoops } from './slow-loops.ts'
import { torchStarter } from './torch-starter.ts'

/** A string that stands alone on its lines is a comment: a docstring. */
const LEXIS: Lexis = {
  comment: /#[^\n]*|(?<=^|\n)[ \t]*(?<doc>"""|''')(?:\\[\s\S]|(?!\k<doc>)[^\\])*\k<doc>[ \t]*(?=#|\n|$)/,
  string: oneOf(/(?<triple>"""|''')(?:\\(?:[\s\S]|$)|(?!\k<triple>)[^\\])*(?:\k<triple>|$)/, ON_ONE_LINE),
}

export const python: LanguageSupport = {
  language: 'py',
  name: 'Python',
  extension: '.py',
  lineComment: '#',
  functionName: snakeCase,
  lexis: LEXIS,
  spell: snakeName,
  findLibraryName: (text, names) => findLibraryName(codeAlone(text, LEXIS), names),
  describe,
  findTool: findPython,
  setting: { key: 'python', check: checkPython, make: makeEnvironment },
  lacksHere: lacksNumpyHere,
  lacksForMost: lacksNumpyForMost,
  compile: undefined,
  explainSyntax: undefined,
  versionOf: pythonVersion,
  denies: [],
  referenceFile: 'reference.py',
  shownReference: 'reference.py',
  harnessFile: 'python.py',
  companions: pythonStubs,
  tellLoading,
  tellMissing,
  tellUncallable,
  tellMistaken,
  findMisplaced,
  memoryError: /MemoryError/,
  warmMs: 20,
  lacks: lacksNumpy,
  command: (tool, work) => harnessCommand(tool, work.harness),
  nursery: { file: 'python-nursery.py', command: harnessCommand },
  reads: askedOnce(pythonReads),
  slowLoops: pythonSlowLoops,
  starter: pythonStarter,
  torchStarter,
  unfilled: unfilledPython,
}

function tellLoading(said: string): Text | undefined {
  // Without a line of the file's own: the interpreter said it of the file as a whole.
  if (/^(?:RecursionError|MemoryError)\b/.test(said)) return NESTED_TOO_DEEPLY
  return tellCopied(said) ?? tellMissing(said)
}

/** By the line in which the interpreter found no Python. */
function tellCopied(said: string): Text | undefined {
  const mark = /^ *File [^\n]*\n\s*([%!]|>>>)[\s\S]*\nSyntaxError: /.exec(said)?.[1]
  if (mark === undefined) return undefined
  const advice = mark === '>>>' ? CONSOLE_PROMPTS : NOTEBOOK_COMMANDS
  return { en: `${advice.en}\n${said}`, zh: `${advice.zh}\n${said}` }
}

function tellMissing(said: string): Text | undefined {
  const [, module] = /^ModuleNotFoundError: (?:No module named '([\w.]+)')?/m.exec(said) ?? []
  if (!/^(?:ModuleNotFoundError: |ImportError: attempted relative import )/m.test(said)) return undefined
  const library = LIBRARIES.get(module?.split('.')[0] ?? '')
  const why = library === undefined ? HELPER_IS_MISSING : notInstalled(library)
  return { en: `${why.en}\n${said}`, zh: `${why.zh}\n${said}` }
}

/** Without a line of the file's own: the interpreter said it of the call. */
function tellUncallable(said: string, name: string, { params }: Signature): Text | undefined {
  const why = /^TypeError: \S+\(\) ((?:takes|missing|got) [^\n]*)$/.exec(said)?.[1]
  const heading = `${name}(${params.map((one) => snakeName(one.name)).join(', ')})`
  return why === undefined ? undefined : cannotBeCalled(name, why, heading)
}

function tellMistaken(code: string, name: string, { params }: Signature): Text | undefined {
  const given = parametersIn(code, new RegExp(`^(?:async )?def ${name}\\s*\\(`, 'gm'))
  // What stands behind a star has no place.
  const star = given?.findIndex((one) => one.startsWith('*')) ?? -1
  const placed = star < 0 ? given : given?.slice(0, star)
  const names = placed?.map((one) => /^[\p{L}\p{N}_]+/u.exec(one)?.[0])
  const wanted = params.map((one) => snakeName(one.name))
  const isOfBytes = (at: number) => params[at]?.type.kind === 'array' && params[at].type.dtype === 'u8'
  return (
    names &&
    (tellOtherOrder(wanted, names) ??
      tellNotOfBytes(
        code,
        names.filter((_, at) => isOfBytes(at)),
      ))
  )
}

/** One that is nowhere made into something else. */
function tellNotOfBytes(code: string, names: readonly (string | undefined)[]): Text | undefined {
  const found = names.find((name) => {
    if (name === undefined) return false
    const has = (pattern: string) => new RegExp(pattern).test(code)
    return has(String.raw`~\s*${name}\b(?!\s*[.([])`) && !has(String.raw`\b${name}\s*(?::[^=\n]*)?=(?!=)`)
  })
  return found === undefined ? undefined : notOfBytes(found)
}

function findMisplaced(code: string, name: string): Text | undefined {
  return /^class\b/m.test(code) && new RegExp(`^[ \\t]+def ${name}\\b`, 'm').test(code) ? IN_CLASS : undefined
}

/** By the names of their modules: whatever else is not there may be a file of the learner's own. */
const LIBRARIES: ReadonlyMap<string, string> = new Map([
  ['torch', 'PyTorch'],
  ['cv2', 'OpenCV'],
  ['PIL', 'Pillow'],
  ['skimage', 'scikit-image'],
  ['sklearn', 'scikit-learn'],
  ...[
    'jax',
    'matplotlib',
    'numba',
    'optax',
    'pandas',
    'pycocotools',
    'scipy',
    'tensorflow',
    'torchmetrics',
    'torchvision',
  ].map((name) => [name, name] as const),
])

function harnessCommand({ path }: Tool, harness: string): StartCommand {
  return {
    file: path,
    // No module from the folder of a submission, nor what the environment names; no files beside the harness.
    args: ['-I', '-B', '-X', 'utf8', harness],
    // One thread: CPU time is what a submission is measured by, and a thread pool of numpy's would wait in it.
    env: {
      ...{ OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
      ...userPackages(),
      ...windowsRoot(),
    },
    mapsLittle: true,
  }
}

async function pythonVersion(tool: Tool): Promise<Text> {
  const { version, numpy } = await askPython(tool)
  return numpy === undefined
    ? { en: `${version}, no numpy`, zh: `${version}，没有 numpy` }
    : { en: `${version}, numpy ${numpy}`, zh: `${version}，带 numpy ${numpy}` }
}

/** In a user namespace Python no longer knows whose home it is in. */
function userPackages(): { readonly [name: string]: string } {
  return process.platform === 'linux' ? { PYTHONUSERBASE: join(homeFolder(), '.local') } : {}
}

/** Where the interpreter and its packages are, as it says itself. */
async function pythonReads({ path }: Tool): Promise<readonly string[]> {
  const folders = await askTool(path, ['-I', '-c', FOLDERS], { env: userPackages() })
  return [path, ...(JSON.parse(folders) as readonly string[])]
}

const FOLDERS = `
${USER_PACKAGES}
import json, os
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
