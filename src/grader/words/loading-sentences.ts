import type { Text } from '../../core/locale.ts'

/* What is said of a submission that cannot be compiled or loaded: sentences.ts has the rest. */

/** @param instead where something of that name stands after all, and what to do */
export function noFunction(name: string, instead: Text = { en: '', zh: '' }): Text {
  return {
    en: `The file has no function ${name}: the starter shows how it is called.${instead.en && ` ${instead.en}`}`,
    zh: `文件里没有函数 ${name}：函数名见模板。${instead.zh}`,
  }
}

export const IN_CLASS: Text = {
  en: 'It is a method here: write it as a function of the file, in no class.',
  zh: '它在这里是类的方法：请写成文件里的函数，不要放在类中。',
}
export const IN_NAMESPACE: Text = {
  en: 'It stands in a namespace here: write it outside of any.',
  zh: '它在这里位于命名空间内：请写到命名空间之外。',
}

export function calledOtherwise(name: string): Text {
  return { en: `It is called ${name} here.`, zh: `它在这里叫 ${name}。` }
}

export const NOT_EXPORTED: Text = {
  en: 'It is not exported: write `export` before it.',
  zh: '它没有导出：请在它前面写 `export`。',
}
export const DEFAULT_EXPORT: Text = {
  en: 'A default export has no name: write `export` before the function, without `default`.',
  zh: '默认导出没有名字：请只在函数前写 `export`，不写 `default`。',
}

/** What of the two it was stands above its own words. */
export const THROWS: Text = {
  en: 'The file cannot be loaded: it throws before the function is called.',
  zh: '文件无法加载：还没调用函数就抛出了异常。',
}
export const ENDS: Text = {
  en: 'The file cannot be loaded: it ends its process before the function is called.',
  zh: '文件无法加载：还没调用函数，进程就结束了。',
}

export const HELPER_IS_MISSING: Text = {
  en: 'One file is judged alone: what it imports from files of your own is not there. Write it into the file itself.',
  zh: '判题只用这一个文件：从你自己的其他文件导入的内容并不存在，请直接写在这个文件里。',
}

export const IS_NOTEBOOK: Text = {
  en: 'The file is a Jupyter notebook: write the function alone into a file of code.',
  zh: '这个文件是 Jupyter 笔记本：请只把函数写进代码文件。',
}
export const IS_FENCED: Text = {
  en: 'The file begins with a Markdown fence (```): leave only the code between the fences in it.',
  zh: '文件以 Markdown 代码围栏（```）开头：只保留围栏之间的代码。',
}

export const NESTED_TOO_DEEPLY: Text = {
  en: 'The file is nested too deeply to be read.',
  zh: '文件嵌套过深，无法解析。',
}

/** @param why in the compiler's words, where it has any */
export function cannotBeCalled(name: string, why: string | undefined, heading: string): Text {
  return {
    en: `${name} cannot be called as the exercise calls it: ${why ?? 'its types do not fit'}\nIt is called as\n  ${heading}`,
    zh: `无法按练习的签名调用 ${name}：${why ?? '类型不符'}\n练习要求的签名是\n  ${heading}`,
  }
}

export function returnsNothing(name: string, heading: string): Text {
  return {
    en: `${name} returns nothing (void): return the result; what is printed is no answer.\nIt is called as\n  ${heading}`,
    zh: `${name} 没有返回值（void）：请返回结果，打印出来的内容不算答案。\n练习要求的签名是\n  ${heading}`,
  }
}

export function notDefined(symbols: readonly string[]): Text {
  return {
    en: symbols.map((symbol) => `${symbol} is declared and used, but not defined.`).join('\n'),
    zh: symbols.map((symbol) => `${symbol} 已声明并使用，但没有定义。`).join('\n'),
  }
}

export function compilerExited(code: number): Text {
  return {
    en: `The compiler ended with exit code ${code}.`,
    zh: `编译器退出，退出码 ${code}，没有给出任何信息。`,
  }
}

export function notCompiledWithin(seconds: number): Text {
  return {
    en: `The file did not compile within ${seconds} seconds.`,
    zh: `文件没能在 ${seconds} 秒内编译完。`,
  }
}

export function compilingTookMoreThan(limitMb: number): Text {
  return {
    en: `Compiling the file took more than ${limitMb} MB of memory.`,
    zh: `编译这个文件占用的内存超过 ${limitMb} MB。`,
  }
}

export function compiledTooLarge(limitMb: number): Text {
  return {
    en: `What the compiler makes of the file is larger than ${limitMb} MB: fill large arrays while the program runs.`,
    zh: `编译这个文件得到的程序超过 ${limitMb} MB：大数组请在运行时再填充。`,
  }
}

/** @param how such as `killed` */
export function compilerEnded(how: string): Text {
  return { en: `The compiler was ended: ${how}.`, zh: `编译器被终止：${how}。` }
}
