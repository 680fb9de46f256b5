import { defineGrader, type Random, u8 } from '#kit'
import { connectedComponents } from './reference.ts'
import { rules } from './rules.ts'

/** Rows of a drawing: `#` is foreground. */
function drawn(...rows: readonly string[]) {
  return u8([rows.length, rows[0]?.length ?? 0], (at) => {
    const width = rows[0]?.length ?? 1
    return rows[Math.floor(at / width)]?.[at % width] === '#' ? 1 : 0
  })
}

export const grader = defineGrader({
  reference: connectedComponents,
  examples: [[u8([4, 5], [0, 7, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0])]],
  cases: [
    [{ en: 'one foreground pixel', zh: '单个前景像素' }, u8([1, 1], [1])],
    [{ en: 'one background pixel', zh: '单个背景像素' }, u8([1, 1], [0])],
    [{ en: 'no foreground', zh: '没有前景' }, u8([3, 4], 0)],
    [{ en: 'all foreground', zh: '全是前景' }, u8([3, 4], 255)],
    [{ en: 'one row', zh: '单行' }, drawn('#.##.#')],
    [{ en: 'one column', zh: '单列' }, u8([5, 1], [1, 0, 1, 1, 0])],
    [{ en: 'two pixels touch by a corner', zh: '两个像素共角' }, drawn('#.', '.#')],
    [{ en: 'by the other corner', zh: '另一个方向的共角' }, drawn('.#', '#.')],
    [
      { en: 'the end of a row and the start of the next', zh: '行尾与下一行的行首' },
      drawn('..#', '#..', '...'),
    ],
    [
      { en: 'the end of a row and the next row but one', zh: '行尾与隔一行的行首' },
      drawn('...', '..#', '...', '#..'),
    ],
    [{ en: 'a U', zh: 'U 形' }, drawn('#.#', '#.#', '###')],
    [
      { en: 'a W, whose labels meet in turn', zh: 'W 形，标签依次相遇' },
      drawn('#.#.#', '#.#.#', '#.#.#', '.#.#.'),
    ],
    [
      { en: 'a component between the arms of a U', zh: 'U 形两臂之间的连通域' },
      drawn('#...#', '#.#.#', '#...#', '#####'),
    ],
    [{ en: 'a snake', zh: '蛇形' }, drawn('#####', '....#', '#####', '#....', '#####', '....#', '#####')],
    [
      { en: 'as many components as there can be', zh: '连通域数目最多' },
      drawn('#.#.#', '.....', '#.#.#', '.....', '#.#.#'),
    ],
    [
      { en: '289 components', zh: '289 个连通域' },
      u8([33, 33], (at) => (at % 2 === 0 && Math.floor(at / 33) % 2 === 0 ? 1 : 0)),
    ],
    [{ en: 'touching values that differ', zh: '相接但值不同' }, u8([2, 3], [1, 2, 0, 0, 200, 9])],
    [
      { en: 'a long snake', zh: '很长的蛇形' },
      u8([101, 100], (at) => {
        const [row, column] = [Math.floor(at / 100), at % 100]
        return row % 2 === 0 || column === (row % 4 === 1 ? 99 : 0) ? 1 : 0
      }),
    ],
  ],
  random: (random) => [noise(random, random.int(1, 12), random.int(1, 12))],
  performance: {
    ratio: (random) => [noise(random, 160, 160)],
    fast: {
      en: 'Touch every pixel a few times and no more: spread from the first pixel of a component with a stack, marking pixels when they are put on it, or scan once and join labels by union-find. In Python join runs of foreground rather than pixels.',
      zh: '每个像素只访问几次：用栈从连通域的第一个像素向外扩散，像素入栈时就标记；或者扫描一遍，用并查集合并标签。用 Python 时合并前景游程，而不是逐个像素。',
      cards: ['connected-components/mark-on-push', 'connected-components/why-union-find'],
    },
    lean: {
      en: 'Mark a pixel when it is put on the stack or queue, so that it is there once at most.',
      zh: '像素入栈（入队）时就标记，这样它最多出现一次。',
      cards: ['connected-components/mark-on-push'],
    },
  },
  rules,
  traits: [
    {
      text: { en: 'there are more than 255 components', zh: '连通域超过 255 个' },
      holds: (mask) => Math.max(...connectedComponents(mask).data) > 255,
    },
    {
      text: { en: 'the mask is not square', zh: '掩码不是正方形' },
      holds: ({ shape: [height, width] }) => height !== width,
    },
    {
      text: { en: 'the mask has a value above 1', zh: '掩码中有大于 1 的值' },
      holds: ({ data }) => data.some((value) => value > 1),
    },
    {
      text: { en: 'the mask has no foreground', zh: '掩码没有前景' },
      holds: ({ data }) => data.every((value) => value === 0),
    },
  ],
})

/** Around the share at which components become long and winding. */
function noise(random: Random, height: number, width: number) {
  const share = 0.25 + 0.3 * random.real()
  const value = random.pick([() => 1, () => 255, () => random.int(1, 255), () => random.int(1, 3)])
  return u8([height, width], () => (random.real() < share ? value() : 0))
}
