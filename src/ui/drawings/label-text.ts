import type { Label, LabelName } from '../../core/drawing.ts'
import type { Say, Text } from '../../core/locale.ts'

export function labelText(label: Label, say: Say): string {
  if (label.kind === 'symbol') return label.text
  const text = say(LABELS[label.name])
  return label.detail === undefined ? text : `${text} ${label.detail}`
}

const LABELS: { readonly [N in LabelName]: Text } = {
  memory: { en: 'probability of recall', zh: '想起的概率' },
  days: { en: 'days since the first review', zh: '首次复习后的天数' },
  foretold: { en: 'predicted recall', zh: '预测的想起概率' },
  recalledShare: { en: 'share recalled', zh: '实际想起的比例' },
  asForetold: { en: 'as predicted', zh: '与预测一致' },
  happened: { en: 'what happened', zh: '实际' },
  before: { en: 'before', zh: '滤波前' },
  median: { en: 'median', zh: '中值' },
  mean: { en: 'mean', zh: '均值' },
  max: { en: 'max', zh: '最大值' },
  min: { en: 'min', zh: '最小值' },
  gaussian: { en: 'Gaussian', zh: '高斯' },
  opening: { en: 'opening', zh: '开运算' },
  closing: { en: 'closing', zh: '闭运算' },
  precision: { en: 'precision', zh: '精确率' },
  recall: { en: 'recall', zh: '召回率' },
  rawCurve: { en: 'as ranked', zh: '按得分排序' },
  envelope: { en: 'envelope', zh: '包络' },
  elevenPoints: { en: 'the 11 points', zh: '11 个采样点' },
  apEleven: { en: 'AP, 11 points', zh: '11 点 AP' },
  apHundred: { en: 'AP, 101 points', zh: '101 点 AP' },
  apArea: { en: 'AP, area', zh: '面积 AP' },
  trueClass: { en: "the true class's probability", zh: '真实类别的概率' },
  loss: { en: 'loss', zh: '损失' },
  progress: { en: 'training', zh: '训练进度' },
  rate: { en: 'learning rate', zh: '学习率' },
  derivative: { en: 'derivative', zh: '导数' },
  logit: { en: 'logit', zh: 'logit 值' },
  gradientSize: { en: 'size of the gradient, target 1', zh: '梯度大小（目标为 1）' },
  crossEntropy: { en: 'cross-entropy', zh: '交叉熵' },
  squaredError: { en: 'squared error', zh: '平方误差' },
  absoluteError: { en: 'absolute error', zh: '绝对误差' },
  smoothL1: { en: 'smooth L1', zh: '平滑 L1' },
  error: { en: 'error', zh: '误差' },
  heads: { en: 'probability of heads', zh: '正面朝上的概率' },
  entropy: { en: 'entropy, bits', zh: '熵（比特）' },
}
