import type { Text } from '../../../core/locale.ts'

/* What is said of programs in Python alone; words/ has the rest. */

export function notInstalled(library: string): Text {
  return {
    en: `The Python that is used here has no ${library}; the setting \`python\` names another one.`,
    zh: `这里所用的 Python 没有安装 ${library}；可在设置 \`python\` 中另行指定。`,
  }
}

/** What stands in code that was copied from elsewhere, and is no Python. */
export const NOTEBOOK_COMMANDS: Text = {
  en: "Lines that begin with % or ! are a notebook's commands, not Python: leave them out.",
  zh: '以 % 或 ! 开头的行是笔记本命令，不是 Python 代码：请删掉。',
}
export const CONSOLE_PROMPTS: Text = {
  en: "The prompts >>> and ... are the console's, not Python: leave them out.",
  zh: '提示符 >>> 和 ... 属于交互式终端，不是 Python 代码：请删掉。',
}

interface SlowLoop {
  readonly line: number
  /** Whose elements it takes one by one. */
  readonly array: string
  /** Of the CPU time. */
  readonly percent: number
}

export function elementByElement({ line, array, percent }: SlowLoop): Text {
  return {
    en: `Line ${line}: a Python loop goes through the numpy array \`${array}\` element by element, and ${percent}% of the time goes into such loops. Each access makes a Python object of one number. Where a loop must be, an ordinary list (\`tolist()\`) is faster.`,
    zh: `第 ${line} 行：Python 循环逐个访问 numpy 数组 \`${array}\` 的元素，${percent}% 的时间花在这样的循环里。每次访问都要为一个数新建 Python 对象。非用循环不可时，先转成普通列表（\`tolist()\`）会更快。`,
  }
}

export const WHOLE_ARRAYS: Text = {
  en: 'Operations on whole arrays: numpy then does the work in compiled code.',
  zh: '对整个数组做运算，让 numpy 用编译好的代码完成这些工作。',
}
