/**
 * The judge's fixed sentences and the names that it gives to cases, in Chinese. What a grader calls a case and what a language says about
 * an error stays as it is, and so does a sentence that is not known here.
 */
export function judgeInChinese(text: string): string {
  for (const [pattern, chinese] of SENTENCES) {
    const found = pattern.exec(text)
    if (found) return chinese(...found.slice(1).map((part) => part ?? ''))
  }
  return text
}

type Sentence = readonly [pattern: RegExp, chinese: (...parts: readonly string[]) => string]

const SENTENCES: readonly Sentence[] = [
  [
    /^The function returned (.*), expected (.*)\.$/s,
    (got, expected) => `函数返回 ${got}，应返回 ${expected}。`,
  ],
  [
    /^(\S+): the function returned (.*), expected (.*)\.$/s,
    (at, got, expected) => `${at}：函数返回 ${got}，应为 ${expected}。`,
  ],
  [
    /^The function changed its argument (\S+): work on a copy\.$/,
    (name) => `函数改动了参数 ${name}：请在副本上操作。`,
  ],
  [
    /^The result stands on the memory of the argument (\S+): return a new array\.$/,
    (name) => `结果与参数 ${name} 共用内存：请返回新数组。`,
  ],
  [
    /^(\S+) has shape (\[.*\]), expected (\[.*\])\.?$/,
    (at, got, expected) => `${at} 的形状为 ${got}，应为 ${expected}。`,
  ],
  [/^(\S+) is (.*), expected (.*)$/s, (at, got, expected) => `${at} 为 ${got}，应为 ${expected}`],
  [
    /^The file has no function (\S+): the starter shows how it is called\.$/,
    (name) => `文件里没有函数 ${name}：函数名见模板。`,
  ],
  [
    /^The process ended with exit code (\d+) before it answered\.$/,
    (code) => `进程没有给出结果就退出了，退出码 ${code}。`,
  ],
  [
    /^The process was ended by (\w+)(?: \((.*)\))? before it answered\.(.*)$/s,
    (signal, meaning, said) =>
      `进程没有给出结果就被信号 ${signal} 终止${meaning ? `（${meaning}）` : ''}。${said}`,
  ],
  [/^The process wrote to the judge's own channel\.$/, () => '进程写入了判题器专用的通道。'],
  [
    /^The measurements lie on both sides of the budget\.$/,
    () => '测量结果有的在性能要求之内，有的超出，无法判定。',
  ],
  [
    /^The function returned something else than in the cases before\.$/,
    () => '函数这次返回的类型与之前的用例不同。',
  ],
  [/^from "(.*)", made smaller$/s, (name) => `由“${judgeInChinese(name ?? '')}”缩小而来`],
  [/^random (\d+)$/, (count) => `随机 ${count}`],
  [/^an input of the speed test$/, () => '测速输入'],
]
