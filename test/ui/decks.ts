/** One card of each kind. */
export const KINDS = `---
title: Kinds
title.zh: 各种卡片
---

## kinds/basic
source: a book, page 1
tags: one, two
errata: People forget the root.

Q: What is $\\sqrt{4}$?
A: **Two**, by \`sqrt\`.
Q.zh: $\\sqrt{4}$ 是多少？
A.zh: **二**。

## kinds/cloze
source: a book

C: Attention compares [1: queries] with keys.
C.zh: 注意力把[1: 查询]与键比较。

## kinds/choice
source: a book

Q: Which one?
- [x] the right one
- [ ] a wrong one
- [ ] another wrong one
A: Because it is right.
Q.zh: 哪一个？
- [x] 对的
- [ ] 错的
- [ ] 另一个错的
A.zh: 因为它对。

## kinds/numeric
source: a book

Q: What is @{n} + 1?
let n = int(2, 90)
answer = n + 1
tolerance: 0
A: $@{n} + 1 = @{answer}$
Q.zh: @{n} + 1 是多少？
A.zh: $@{n} + 1 = @{answer}$

## kinds/ordering
source: a book

Q: Put in order.
1. first
2. second
3. third
A: That is how counting goes.
Q.zh: 排好顺序。
1. 第一
2. 第二
3. 第三
A.zh: 数数就是这样。
`

/** A deck of one note, so that it is the card in sight. */
export function only(slug: string): { readonly [name: string]: string } {
  const [front = '', ...notes] = KINDS.split('## ')
  const note = notes.find((text) => text.startsWith(`kinds/${slug}\n`))
  if (note === undefined) throw new Error(`no note ${slug}`)
  return { kinds: `${front}## ${note}` }
}

export function many(count: number): { readonly [name: string]: string } {
  const notes = Array.from(
    { length: count },
    (_, at) => `## many/card-${at}\nQ: Question ${at}?\nA: Answer ${at}.\n`,
  )
  return { many: notes.join('\n') }
}
