import type { Nd } from '../../src/kit/arrays.ts'
import type { Mutant } from '../../src/kit/define-grader.ts'
import type { MomentumState } from './reference.ts'

export type MomentumArgs = readonly [
  params: Nd<'f32'>,
  grads: Nd<'f32'>,
  lr: number,
  mu: number,
  nesterov: boolean,
]

/** The mistakes people make in momentum; the notes' own (an average where PyTorch sums) among them. */
export const mutants: readonly Mutant<MomentumArgs, MomentumState>[] = [
  {
    id: 'ema-velocity',
    message: {
      en: 'Your output equals momentum as an average, v = mu v + (1 - mu) g; PyTorch adds the whole gradient.',
      zh: '你的输出等于滑动平均形式的动量 v = mu v + (1 - mu) g；PyTorch 加的是整个梯度。',
    },
    cards: ['momentum/ema-form', 'momentum/pytorch-form'],
    run: momentumWith({ weight: (mu) => 1 - mu }),
  },
  {
    id: 'dampened-after-first',
    message: {
      en: 'Your output equals SGD with dampening = mu: the first velocity is the whole gradient, later gradients count 1 - mu.',
      zh: '你的输出等于 dampening = mu 的 SGD：第一步的速度是整个梯度，之后的梯度只占 1 - mu。',
    },
    cards: ['momentum/dampening-first-step', 'momentum/pytorch-form'],
    run: momentumWith({ weight: (mu, t) => (t === 0 ? 1 : 1 - mu) }),
  },
  {
    id: 'nesterov-old-velocity',
    message: {
      en: 'Your output equals Nesterov with g + mu v of the old v, which is nothing but classical momentum; take the new v.',
      zh: '你的输出等于在 g + mu v 中用了旧的 v，结果就是普通动量；Nesterov 应使用更新后的 v。',
    },
    cards: ['momentum/nesterov-old-velocity', 'momentum/nesterov-pytorch'],
    run: momentumWith({ step: ({ v }) => v }),
  },
  {
    id: 'stale-velocity',
    message: {
      en: 'Your output equals momentum that moves by the velocity of the step before: update v first, then the parameters.',
      zh: '你的输出等于用上一步速度更新参数的动量法：应先更新 v，再更新参数。',
    },
    cards: ['momentum/stale-velocity'],
    run: momentumWith({ step: ({ g, mu, old, nesterov }) => (nesterov ? g + mu * old : old) }),
  },
  {
    id: 'nesterov-always',
    message: {
      en: 'Your output equals Nesterov momentum even where nesterov is false.',
      zh: '你的输出等于在 nesterov 为 false 时也使用了 Nesterov 动量。',
    },
    cards: ['momentum/nesterov-pytorch', 'momentum/pytorch-form'],
    run: momentumWith({ step: ({ g, v, mu }) => g + mu * v }),
  },
  {
    id: 'nesterov-without-gradient',
    message: {
      en: 'Your output equals Nesterov that moves by mu v alone: the gradient of this step is missing.',
      zh: '你的输出等于 Nesterov 只移动了 mu v：漏掉了当前步的梯度。',
    },
    cards: ['momentum/nesterov-pytorch', 'momentum/nesterov-first-step'],
    run: momentumWith({ step: ({ v, mu, nesterov }) => (nesterov ? mu * v : v) }),
  },
  {
    id: 'nesterov-velocity-plus-gradient',
    message: {
      en: 'Your output equals Nesterov that moves by g + v: the factor mu before v is missing.',
      zh: '你的输出等于 Nesterov 移动了 g + v：v 前面漏了系数 mu。',
    },
    cards: ['momentum/nesterov-pytorch'],
    run: momentumWith({ step: ({ g, v, nesterov }) => (nesterov ? g + v : v) }),
  },
  {
    id: 'rate-inside-velocity',
    message: {
      en: 'Your parameters are right, but the velocity equals v = mu v + lr g: PyTorch multiplies by lr only when it moves the parameters.',
      zh: '你的参数是对的，但速度等于 v = mu v + lr g；PyTorch 只在更新参数时才乘以 lr。',
    },
    cards: ['momentum/rate-inside-velocity', 'momentum/pytorch-form'],
    run: momentumWith({ returned: (v, lr) => v * lr }),
  },
  {
    id: 'rate-inside-velocity-signed',
    message: {
      en: 'Your parameters are right, but the velocity equals v = mu v - lr g, the convention of Keras; in PyTorch v holds gradients, without rate and sign.',
      zh: '你的参数是对的，但速度等于 Keras 的写法 v = mu v - lr g；PyTorch 的 v 累积的是梯度本身，不含学习率和负号。',
    },
    cards: ['momentum/sign-conventions', 'momentum/rate-inside-velocity'],
    run: momentumWith({ returned: (v, lr) => -v * lr }),
  },
  {
    id: 'no-momentum',
    message: {
      en: 'Your output equals plain SGD: the velocity does not carry over from step to step.',
      zh: '你的输出等于普通 SGD：速度没有在各步之间累积。',
    },
    cards: ['momentum/pytorch-form', 'momentum/recursion-index'],
    run: (params, grads, lr, _, nesterov) => momentumWith({})(params, grads, lr, 0, nesterov),
  },
  {
    id: 'ascent',
    message: {
      en: 'Your output equals momentum that adds the step instead of subtracting it: it climbs.',
      zh: '你的输出等于把更新量加上去（而不是减去）的动量法：成了梯度上升。',
    },
    cards: ['momentum/sign-conventions'],
    run: (params, grads, lr, mu, nesterov) => momentumWith({})(params, grads, -lr, mu, nesterov),
  },
]

interface Rule {
  readonly weight?: (mu: number, t: number) => number
  readonly step?: (at: StepState) => number
  readonly returned?: (v: number, lr: number) => number
}

interface StepState {
  readonly g: number
  readonly mu: number
  readonly old: number
  readonly v: number
  readonly nesterov: boolean
}

function momentumWith(rule: Rule): (...args: MomentumArgs) => MomentumState {
  const { weight = () => 1, step = rightStep, returned = (v: number) => v } = rule
  return (params, grads, lr, mu, nesterov) => {
    const [steps, size] = grads.shape as [number, number]
    const p = params.data.slice()
    const velocity = new Float32Array(size)
    for (let i = 0; i < size; i++) {
      let [moved, v] = [params.data[i] ?? 0, 0]
      for (let t = 0; t < steps; t++) {
        const g = grads.data[t * size + i] ?? 0
        const old = v
        v = mu * old + weight(mu, t) * g
        moved -= lr * step({ g, mu, old, v, nesterov })
      }
      p[i] = moved
      velocity[i] = returned(v, lr)
    }
    const shape = params.shape
    return { params: { shape, data: p }, velocity: { shape, data: velocity } }
  }
}

function rightStep({ g, v, mu, nesterov }: StepState): number {
  return nesterov ? g + mu * v : v
}
