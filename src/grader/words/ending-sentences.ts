import type { Text } from '../../core/locale.ts'

/* How a submission's process ended, or that it spoke where only the harness may. */

export function exited(code: number): Text {
  return {
    en: `The process ended with exit code ${code} before it answered.`,
    zh: `进程没有给出结果就退出了，退出码 ${code}。`,
  }
}

export function endedBySignal(signal: string): Text {
  const meaning = SIGNALS.get(signal)
  const [en, zh] = meaning === undefined ? ['', ''] : [` (${meaning.en})`, `（${meaning.zh}）`]
  return {
    en: `The process was ended by ${signal}${en} before it answered.`,
    zh: `进程没有给出结果就被信号 ${signal} 终止${zh}。`,
  }
}

const SIGNALS: ReadonlyMap<string, Text> = new Map([
  [
    'SIGSEGV',
    {
      en: 'segmentation fault: memory that is not its own, or a stack that is full',
      zh: '段错误：访问了不属于它的内存，或者栈溢出',
    },
  ],
  ['SIGBUS', { en: 'bus error: memory that is not its own', zh: '总线错误：访问了不属于它的内存' }],
  [
    'SIGFPE',
    { en: 'arithmetic error, such as a whole number divided by zero', zh: '算术错误，例如整数除以零' },
  ],
  [
    'SIGILL',
    {
      en: 'illegal instruction, such as the end of a function that returns nothing',
      zh: '非法指令，例如应有返回值的函数执行到末尾也没有 return',
    },
  ],
  ['SIGABRT', { en: 'abort', zh: '异常中止' }],
])

export function tooManyThreads(most: number): Text {
  return { en: `It had more than ${most} threads.`, zh: `它的线程超过了 ${most} 个。` }
}

export const FORGED: Text = {
  en: "The process wrote to the judge's own channel.",
  zh: '进程写入了判题器专用的通道。',
}

export function notStarted(message: string): Text {
  return { en: `The process did not start: ${message}`, zh: `进程无法启动：${message}` }
}

export const STOPPED: Text = {
  en: 'The process was stopped while an answer was awaited.',
  zh: '进程在等待结果时被停止。',
}
