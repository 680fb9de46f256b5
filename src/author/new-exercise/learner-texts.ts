import type { Exercise } from '../../core/exercise.ts'
import type { Locale } from '../../core/locale.ts'
import { rangedNames, typeAt } from '../../core/ranged-names.ts'
import type { Type } from '../../core/signature.ts'

/** `exercise.yaml`, with the signature as the author spelled it. */
export function exerciseYaml(exercise: Exercise, signature: string): string {
  const { id, title, difficulty, minutes } = exercise
  return `title: ${JSON.stringify(title.en)}
title.zh: ${JSON.stringify(title.zh)}
topic: ${id} # TODO: the deck that it belongs to
signature: ${JSON.stringify(signature)}
input: # TODO: all that the statement allows of each length and parameter; it shows these ranges, and cases at their ends follow from them
${rangeLines(exercise)}\
difficulty: ${difficulty} # TODO: how hard it is for one who knows the cards: easy, medium or hard
minutes: ${minutes} # TODO: how long one takes who knows the cards
prerequisites: [] # TODO: ids of the cards to know first, such as adam/bias-correction-m
# budget: a ratio, growth, or both, as docs/exercise-format.md shows; none when only the answers count
hints: [] # TODO: in steps, the vaguest first, each with en and zh
# answers: {py: [cv2.medianBlur]}, the functions of libraries that are themselves the answer
`
}

function rangeLines({ signature: { params } }: Exercise): string {
  return rangedNames(params)
    .map((name) => `  ${name}: ${RANGES[kindOf(typeAt(params, name))]}\n`)
    .join('')
}

function kindOf(type: Type | undefined): keyof typeof RANGES {
  if (type === undefined) return 'length'
  if (type.kind === 'array') return type.dtype
  return type.kind === 'str' || type.kind === 'int' ? type.kind : 'f64'
}

const RANGES = {
  length: '1..100',
  int: '1..5',
  u8: '0..255',
  i32: '-1000..1000',
  f32: '-10..10',
  f64: '-10..10',
  str: "['', text]",
} as const

/** Headings as every statement has them. */
export function statementOf(locale: Locale): string {
  return STATEMENTS[locale]
}

const STATEMENTS: { readonly [L in Locale]: string } = {
  en: `TODO: what to compute, in two or three sentences. Neither the signature nor the budget: the program shows them.

**Conventions**, those of \`TODO: the truth library's function\`:

- TODO: borders, rounding, ties, empty inputs, the tolerance, and what is not tested.

**Example**:

TODO: one small example, worked out, with the arguments and the answer; grader.ts has the same arguments among its examples.

Source: TODO: the truth library's documentation, or paper and section.
`,
  zh: `TODO：两三句话说明要计算什么。不写签名和性能要求，程序会显示。

**约定**，与 \`TODO：标准库的函数\` 一致：

- TODO：边界、取整、并列、空输入、误差范围，以及不测试的情况。

**示例**：

TODO：一个算好的小例子，写出参数和结果；grader.ts 的 examples 里是同样的参数。

来源：TODO：标准库的文档，或论文及章节。
`,
}

/** What is told after the verdict. */
export function solutionOf(locale: Locale): string {
  return SOLUTIONS[locale]
}

const SOLUTIONS: { readonly [L in Locale]: string } = {
  en: `**Why it is right**: TODO: the argument, in the words of the reference.

**What it costs**: TODO: time and memory, against the obvious way.

**The trap**: TODO: what most people get wrong.

Sources: TODO: paper, book or documentation.
`,
  zh: `**为什么正确**：TODO：对照参考实现讲清理由。

**代价**：TODO：时间和内存，与最直接的写法相比。

**陷阱**：TODO：多数人在哪里出错。

来源：TODO：论文、书或文档。
`,
}
