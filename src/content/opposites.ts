/** Words that stand against each other: who sees one of them needs not remember the other. */
const ENGLISH = `query key value, row column, precision recall, forward backward, encoder decoder, before after, rise fall, increase decrease, grow shrink,
hard soft, sufficient necessary, erosion dilation, depthwise pointwise, equivariant invariant, true false, positive negative, numerator denominator,
input output, maximum minimum, max min, larger smaller, large small, higher lower, high low, above below, left right, top bottom, first second, first last,
training inference, global local, horizontal vertical, width height, bias variance, mean variance, concatenation addition, source target, teacher student,
generator discriminator, salt pepper, bright dark, underfitting overfitting, odd even, convex concave, dense sparse, shallow deep, early late, outer inner`

const CHINESE = `查询 键 值, 行 列, 精确率 召回率, 前向 反向, 正向 反向, 编码器 解码器, 之前 之后, 上升 下降, 升高 降低, 增大 减小, 增加 减少, 变大 变小, 硬 软, 充分 必要,
腐蚀 膨胀, 逐深度 逐点, 等变 不变, 真 假, 正 负, 分子 分母, 输入 输出, 最大 最小, 较大 较小, 大 小, 高 低, 上方 下方, 左 右, 上 下, 第一 第二, 训练 推理, 全局 局部, 水平 竖直,
宽 高, 均值 方差, 偏差 方差, 拼接 相加, 教师 学生, 生成器 判别器, 盐 椒, 亮 暗, 欠拟合 过拟合, 奇 偶, 稠密 稀疏, 有偏 无偏, 浅 深, 早 晚`

const OTHERS = new Map<string, Set<string>>()
for (const group of [ENGLISH, CHINESE].flatMap((words) => words.split(/,\s+/))) {
  const words = group.split(' ')
  for (const word of words) {
    const others = OTHERS.getOrInsertComputed(word, () => new Set())
    for (const other of words) if (other !== word) others.add(other)
  }
}

const NEGATION = /^(?:un|non|in|im|ir|dis)(?=[a-z]{4})|^[不非无]/

export function areOpposite(one: string, other: string): boolean {
  if (one === other) return false
  return (
    OTHERS.get(one)?.has(other) || one.replace(NEGATION, '') === other || other.replace(NEGATION, '') === one
  )
}
