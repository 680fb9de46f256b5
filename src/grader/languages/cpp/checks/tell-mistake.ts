import type { Text } from '../../../../core/locale.ts'
import { showableText } from '../../../words/showable-text.ts'
import type { Access, CheckedMistake, NumberMistake, What } from './mistake.ts'
import { withOwnLine } from './with-own-line.ts'

/**
 * One sentence or two about a mistake, and the line of the learner's own file; undefined where the file has
 * no such line.
 */
export function tellMistake(
  { what, line, because }: CheckedMistake,
  fileName: string,
  source: string,
): Text | undefined {
  const place = (at: number): string => `${fileName}:${at}`
  const { en, zh } = sentence(what, place)
  const more = because === undefined ? NOTHING : BEFORE[because.what](place(because.line))
  return withOwnLine(line, { fileName, source }, { en: en + more.en, zh: zh + more.zh })
}

const NOTHING: Text = { en: '', zh: '' }
const MOST_LETTERS = 120

/** What goes on after the place. */
function sentence(what: What, place: (line: number) => string): Text {
  switch (what.kind) {
    case 'index':
      return indexSentence(what)
    case 'outside': {
      const { en, zh } = ACCESS[what.access]
      if (what.elements === undefined)
        return { en: `${en} memory outside an array.`, zh: `${zh}了数组之外的内存。` }
      const { index, length, bytes } = what.elements
      return {
        en: `${en} index ${index} of an array that has ${counted(length)} of ${bytes} bytes.`,
        zh: `${zh}了下标 ${index}，但数组只有 ${length} 个元素（每个 ${bytes} 字节）。`,
      }
    }
    case 'nowhere': {
      const { en, zh } = ACCESS[what.access]
      return {
        en: `${en} memory that is not there: an index far outside, or a pointer to nothing.`,
        zh: `${zh}了不存在的内存：下标严重越界，或者指针无效。`,
      }
    }
    case 'freed': {
      const [en, zh] =
        what.freedAt === undefined
          ? ['', '']
          : [` (at ${place(what.freedAt)})`, `（释放于 ${place(what.freedAt)}）`]
      return {
        en: `uses memory that has been freed${en}. A vector that grows moves its elements.`,
        zh: `使用了已经释放的内存${zh}。vector 扩容时会搬移元素。`,
      }
    }
    case 'library': {
      const said = showableText(what.text).replace(/\s+/g, ' ').slice(0, MOST_LETTERS)
      return {
        en: `breaks a rule of the standard library: ${said}`,
        zh: `违反了标准库的使用规则：${said}`,
      }
    }
    default:
      return PLAIN[what.kind]
  }
}

const ACCESS: { readonly [A in Access]: Text } = {
  read: { en: 'reads', zh: '读取' },
  write: { en: 'writes', zh: '写入' },
  unknown: { en: 'uses', zh: '访问' },
}

function indexSentence({ of, index, length }: Extract<What, { readonly kind: 'index' }>): Text {
  const zh = of === 'array' ? '数组' : '容器'
  if (index === undefined || length === undefined)
    return { en: `uses an index outside the ${of}.`, zh: `的下标超出了${zh}的范围。` }
  return length === 0n
    ? { en: `uses index ${index} of a ${of} that is empty.`, zh: `使用了下标 ${index}，但${zh}是空的。` }
    : {
        en: `uses index ${index} of ${of === 'array' ? 'an' : 'a'} ${of} that has ${counted(length)}.`,
        zh: `使用了下标 ${index}，但${zh}只有 ${length} 个元素。`,
      }
}

function counted(length: number | bigint): string {
  return `${length} ${String(length) === '1' ? 'element' : 'elements'}`
}

const PLAIN: {
  readonly [K in Exclude<What['kind'], 'index' | 'outside' | 'nowhere' | 'freed' | 'library'>]: Text
} = {
  empty: {
    en: 'takes an element of a container that is empty.',
    zh: '从空容器中取元素。',
  },
  'past-end': {
    en: 'goes past the end with an iterator, or uses one that stands there.',
    zh: '的迭代器越过了末尾，或者对末尾迭代器取值。',
  },
  'invalid-iterator': {
    en: 'uses an iterator that is no longer valid: its container has been changed meanwhile.',
    zh: '使用了已失效的迭代器：容器在此期间被修改过。',
  },
  order: {
    en: 'sorts with a comparison that is no order: for equal elements it must be false.',
    zh: '排序所用的比较函数不合法：两元素相等时必须返回 false。',
  },
  null: { en: 'uses a null pointer.', zh: '使用了空指针。' },
  'local-gone': {
    en: 'uses a local variable that no longer exists.',
    zh: '使用了生命周期已结束的局部变量。',
  },
  'freed-twice': { en: 'frees memory a second time.', zh: '重复释放了同一块内存。' },
  'not-allocated': {
    en: 'frees memory that was not allocated.',
    zh: '释放了并非动态分配的内存。',
  },
  recursion: {
    en: 'calls itself without end: the stack is full.',
    zh: '的递归没有终止：栈溢出。',
  },
  'stack-full': {
    en: 'needs more memory than the stack has: make the large local array a std::vector.',
    zh: '所需内存超过了栈的容量：请把大的局部数组改为 std::vector。',
  },
  'divided-by-zero': { en: 'divides a whole number by zero.', zh: '处整数除以零。' },
  'no-return': {
    en: 'belongs to a function that ends without returning its value.',
    zh: '所在的函数应有返回值，却没有 return 就结束了。',
  },
  uncaught: {
    en: 'lets an exception go where nothing can catch it: a thread, a destructor, a noexcept function or the initialiser of a global.',
    zh: '抛出的异常无处可捕获：它在线程、析构函数、noexcept 函数或全局变量的初始化中。',
  },
  aborted: { en: 'calls abort.', zh: '调用了 abort。' },
  overflow: {
    en: 'overflows a whole number: the result does not fit its type.',
    zh: '发生整数溢出：结果超出了类型的范围。',
  },
  conversion: {
    en: 'makes a whole number of one that does not fit: too large, or NaN.',
    zh: '把浮点数转换成整数时超出了范围：数太大，或者是 NaN。',
  },
}

const BEFORE: { readonly [N in NumberMistake]: (at: string) => Text } = {
  overflow: (at) => ({
    en: ` Before that, a whole number overflowed at ${at}.`,
    zh: `在此之前，${at} 发生了整数溢出。`,
  }),
  conversion: (at) => ({
    en: ` Before that, a number that does not fit (too large, or NaN) was made a whole one at ${at}.`,
    zh: `在此之前，${at} 把超出范围的浮点数（数太大，或者是 NaN）转换成了整数。`,
  }),
}
