import { defineRules, sigmoid } from '#kit'
import { entropyOf, lossWith, type Round, sigmoidIn, softmaxEntropy, stable } from './loss-with.ts'

/** The mistakes people make in YOLOv3's loss. */
export const rules = defineRules(
  lossWith,
  {
    entropy: {
      'log-of-sigmoid': {
        en: 'a YOLOv3 loss that takes the logarithm of a sigmoid: from a logit of 37 on that is log 0; use max(z, 0) - z t + log1p(exp(-|z|))',
        zh: '先算 sigmoid 再取对数的 YOLOv3 损失：logit 超过 37 就是 log 0；应使用 max(z, 0) - z t + log1p(exp(-|z|))',
        cards: ['yolov3-loss/whole', 'cross-entropy/bce-stable'],
        choice: (logit, target, round) => entropyOf(sigmoidIn(round, logit), target, round),
      },
      'probability-clipped-at-1e-7': clipped(1e-7),
      'probability-clipped-at-1e-12': clipped(1e-12),
      'sigmoid-twice': {
        en: 'a YOLOv3 loss that gives sigmoids to a cross-entropy which takes logits, so that the sigmoid acts twice',
        zh: '把 sigmoid 之后的值传给接收 logit 的交叉熵、因而做了两次 sigmoid 的 YOLOv3 损失',
        cards: ['yolov3-loss/whole'],
        choice: (logit, target) => stable(sigmoid(logit), target),
      },
    },
    position: {
      'xy-squared': {
        en: 'a YOLOv3 loss with half the squared error of the sigmoids of tx and ty, as the paper says; darknet descends binary cross-entropy',
        zh: '对 tx、ty 的 sigmoid 取半平方误差（论文的说法）的 YOLOv3 损失；darknet 实际下降的是二元交叉熵',
        cards: ['yolov3-loss/xy-gradient', 'yolov3-loss/whole'],
        choice: (logit, target) => (sigmoid(logit) - target) ** 2 / 2,
      },
      'xy-squared-not-halved': {
        en: 'a YOLOv3 loss with the squared error of the sigmoids of tx and ty; darknet descends binary cross-entropy',
        zh: '对 tx、ty 的 sigmoid 取平方误差的 YOLOv3 损失；darknet 实际下降的是二元交叉熵',
        cards: ['yolov3-loss/xy-gradient', 'yolov3-loss/whole'],
        choice: (logit, target) => (sigmoid(logit) - target) ** 2,
      },
      'xy-squared-without-sigmoid': {
        en: 'a YOLOv3 loss with half the squared error of tx and ty themselves: they are logits, and their sigmoid is compared',
        zh: '直接对 tx、ty 取半平方误差的 YOLOv3 损失：它们是 logit，应比较其 sigmoid',
        cards: ['yolov3-loss/decode-xy', 'yolov3-loss/xy-gradient'],
        choice: (logit, target) => (logit - target) ** 2 / 2,
      },
    },
    size: {
      'wh-not-halved': {
        en: 'a YOLOv3 loss without the 1/2 before the squared errors of width and height',
        zh: '宽高的平方误差漏了系数 1/2 的 YOLOv3 损失',
        cards: ['yolov3-loss/whole'],
        choice: (got, target) => (got - target) ** 2,
      },
      'wh-absolute': {
        en: 'a YOLOv3 loss with absolute errors of width and height; they are squared and halved',
        zh: '宽高取绝对误差的 YOLOv3 损失；应取平方误差的一半',
        cards: ['yolov3-loss/whole'],
        choice: (got, target) => Math.abs(got - target),
      },
      'wh-exponential': {
        en: 'a YOLOv3 loss that compares exp(tw) and exp(th) with the targets: those are already logarithms',
        zh: '拿 exp(tw)、exp(th) 与目标值比较的 YOLOv3 损失：目标值本来就是对数',
        cards: ['yolov3-loss/tw-target'],
        choice: (got, target) => (Math.exp(got) - target) ** 2 / 2,
      },
      'wh-both-exponential': {
        en: 'a YOLOv3 loss that compares exp(tw) and exp(th) with the exponentials of the targets; the logarithms themselves are compared',
        zh: '拿 exp(tw)、exp(th) 与目标值的指数比较的 YOLOv3 损失；应直接比较对数值',
        cards: ['yolov3-loss/tw-target'],
        choice: (got, target) => (Math.exp(got) - Math.exp(target)) ** 2 / 2,
      },
    },
    counted: {
      'ignore-wins': {
        en: 'a YOLOv3 loss in which a responsible anchor that is also marked to be ignored has no objectness; the mask wins',
        zh: '负责目标的锚框若同时标为忽略就不计目标性的 YOLOv3 损失；应以 mask 为准',
        cards: ['yolov3-loss/ignore', 'yolov3-loss/whole'],
        choice: ({ ignore }) => ignore === 0,
      },
      'ignore-unused': {
        en: 'a YOLOv3 loss in which ignored anchors count as negative',
        zh: '把被忽略的锚框当作负样本计入的 YOLOv3 损失',
        cards: ['yolov3-loss/ignore'],
        choice: () => true,
      },
      'ignore-reversed': {
        en: 'a YOLOv3 loss in which only ignored anchors count as negative: ignore is read the other way round',
        zh: '只把被忽略的锚框当作负样本的 YOLOv3 损失：ignore 的含义反了',
        cards: ['yolov3-loss/ignore', 'yolov3-loss/negative-terms'],
        choice: ({ mask, ignore }) => mask === 1 || ignore === 1,
      },
      'objects-only': {
        en: 'a YOLOv3 loss whose objectness is asked of responsible anchors alone: nothing teaches the others to be silent',
        zh: '只对负责的锚框计目标性的 YOLOv3 损失：其余锚框学不会输出低目标性',
        cards: ['yolov3-loss/negative-terms'],
        choice: ({ mask }) => mask === 1,
      },
    },
    boxes: {
      'box-everywhere': {
        en: 'a YOLOv3 loss with box terms in every cell; only responsible anchors have them',
        zh: '在每个单元都计边框项的 YOLOv3 损失；只有负责的锚框才有',
        cards: ['yolov3-loss/negative-terms'],
        choice: 'everywhere',
      },
    },
    classes: {
      'class-everywhere': {
        en: 'a YOLOv3 loss with class terms in every cell; only responsible anchors have them',
        zh: '在每个单元都计类别项的 YOLOv3 损失；只有负责的锚框才有',
        cards: ['yolov3-loss/negative-terms'],
        choice: 'everywhere',
      },
    },
    competition: {
      'class-softmax': {
        en: 'a YOLOv3 loss with a softmax over the classes; each class is a logistic regression by itself',
        zh: '对类别用 softmax 的 YOLOv3 损失；每个类别应是独立的逻辑回归',
        cards: ['yolov3-loss/why-bce-class'],
        choice: softmaxEntropy,
      },
    },
    boxWeight: {
      'lambda-coord': {
        en: 'a box term five times as large, with the lambda of YOLOv1; here every weight is 1',
        zh: '乘了 YOLOv1 的 lambda_coord = 5 的边框项；这里各项权重都是 1',
        cards: ['yolov3-loss/no-lambda'],
        choice: 5,
      },
    },
    negativeWeight: {
      'lambda-noobj': {
        en: 'an objectness term in which anchors without an object count half, with the lambda of YOLOv1; here every weight is 1',
        zh: '给没有目标的锚框乘了 YOLOv1 的 lambda_noobj = 0.5 的目标性项；这里各项权重都是 1',
        cards: ['yolov3-loss/no-lambda'],
        choice: 0.5,
      },
    },
    reduction: {
      'mean-of-each-term': {
        en: 'a YOLOv3 loss of means, as PyTorch takes them by default: over responsible anchors for x, y, w, h, over those counted for objectness, over both anchors and classes for the class; they are sums here',
        zh: '取平均（PyTorch 的默认做法）的 YOLOv3 损失：x、y、w、h 在负责的锚框上、目标性在计入的锚框上、类别在锚框和类别上取平均；这里应求和',
        cards: ['yolov3-loss/whole'],
        choice: (sum, count) => sum / count,
      },
      'divided-by-objects': {
        en: 'a YOLOv3 loss that is divided by the number of responsible anchors; it is a sum here',
        zh: '除以负责的锚框数的 YOLOv3 损失；这里应求和',
        cards: ['yolov3-loss/whole'],
        choice: (sum, _, objects) => sum / objects,
      },
    },
    // What is infinite, or no number, shows in these.
    arithmetic: { 'probabilities-in-f32': { choice: Math.fround } },
    masking: { 'multiplied-by-the-mask': { choice: 'multiplied' } },
    nothing: { 'mean-of-nothing': { choice: Number.NaN } },
    least: { 'at-least-one-counted': { choice: 1 } },
    layout: {
      'channels-last': {
        en: 'a YOLOv3 loss that reads the map as [A, H, W, 5+C]: reshaping moves no axis, transpose it',
        zh: '把特征图当作 [A, H, W, 5+C] 读取的 YOLOv3 损失：reshape 不会移动轴，应当转置',
        cards: ['yolov3-loss/channels'],
        choice: 'channels last',
      },
    },
    objectTarget: { 'objectness-from-mask': { choice: 'mask' } },
  },
  {
    'yolov1-weights': {
      en: 'the weights of YOLOv1, 5 for the box and 0.5 for anchors without an object',
      zh: 'YOLOv1 的权重：边框 5，没有目标的锚框 0.5',
      of: ['lambda-coord', 'lambda-noobj'],
    },
  },
)

function clipped(by: number) {
  return {
    en: `a YOLOv3 loss whose probabilities are kept ${by} away from 0 and 1, so that a logit far on the wrong side costs too little; use max(z, 0) - z t + log1p(exp(-|z|))`,
    zh: `把概率截断到离 0 和 1 至少 ${by} 的 YOLOv3 损失：错得很远的 logit 因此罚得太少；应使用 max(z, 0) - z t + log1p(exp(-|z|))`,
    cards: ['yolov3-loss/whole', 'cross-entropy/bce-stable'],
    choice: (logit: number, target: number, round: Round) =>
      entropyOf(round(Math.min(Math.max(sigmoidIn(round, logit), by), 1 - by)), target, round),
  }
}
