import type { Text } from '../../../core/locale.ts'
import {
  DEFAULT_EXPORT,
  HELPER_IS_MISSING,
  IN_CLASS,
  NESTED_TOO_DEEPLY,
  NOT_EXPORTED,
} from '../../words/loading-sentences.ts'

/**
 * What to do about a file that Node cannot load; what Node says of files that the learner does not have is
 * left out.
 */
export function tellLoading(message: string): Text | undefined {
  const said = withoutPackage(message)
  return isOfWholeFile(said) ? NESTED_TOO_DEEPLY : tellMissing(message)
}

/** The same of a function that asks for what is not there. */
export function tellMissing(message: string): Text | undefined {
  const said = withoutPackage(message)
  const odd = /^ReferenceError: (module|exports|require) is not defined/.exec(said)?.[1]
  const advice = odd === undefined ? missingModule(said) : odd === 'require' ? WRITE_IMPORT : WRITE_EXPORT
  return advice && { en: `${advice.en}\n${said}`, zh: `${advice.zh}\n${said}` }
}

function withoutPackage(message: string): string {
  return message.replace(/\nThis file is being treated as an ES module because [\s\S]*?(?=\n {4}at |$)/, '')
}

/** Where in the code a function stands that is not exported by its name. */
export function findMisplaced(code: string, name: string): Text | undefined {
  const has = (pattern: string) => new RegExp(pattern, 'm').test(code)
  if (has(String.raw`\bexport\s+default\b[^;]{0,200}\b${name}\b`)) return DEFAULT_EXPORT
  if (has(String.raw`\bexport\s+default\s+(?:(?:async\s+)?function\b\s*\*?\s*\(|\w+\s*=>|\([^;{}]*\)\s*=>)`))
    return DEFAULT_EXPORT
  if (has(String.raw`^(?:async\s+)?(?:function\b\s*\*?|const|let|var)\s*\b${name}\b`)) return NOT_EXPORTED
  return has(String.raw`\bclass\b`) && has(String.raw`^[ \t]+(?:\w+[ \t]+){0,4}${name}[ \t]*\(`)
    ? IN_CLASS
    : undefined
}

function missingModule(said: string): Text | undefined {
  if (!/\bERR_MODULE_NOT_FOUND\b/.test(said)) return undefined
  return /: Cannot find package '/.test(said) ? NO_PACKAGES : HELPER_IS_MISSING
}

/** Without a line of the file's own V8 said it of the file as a whole. */
function isOfWholeFile(said: string): boolean {
  const [first, ...stack] = said.split('\n')
  const isNodes = (line: string) =>
    line.startsWith('    at ') && line.includes('(node:') && line.endsWith(')')
  return first === 'RangeError: Maximum call stack size exceeded' && stack.every(isNodes)
}

const WRITE_EXPORT: Text = {
  en: 'Write `export` before the function, as in the starter: there is no module.exports here.',
  zh: '请像模板那样在函数前写 `export`：这里没有 module.exports。',
}
const NO_PACKAGES: Text = {
  en: "Only Node's own modules can be imported: packages are not there.",
  zh: '只能导入 Node 自带的模块：这里没有安装任何包。',
}
const WRITE_IMPORT: Text = {
  en: "Write `import` instead of require: files here are ES modules, and only Node's own modules can be imported.",
  zh: '请用 `import` 代替 require：这里的文件是 ES 模块，只能导入 Node 自带的模块。',
}
