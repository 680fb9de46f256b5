import { type Text, verbatim } from './locale.ts'

/** The groups of the program's own decks: a deck names its group, and here each has its title once. */
const TITLES: { readonly [group: string]: Text } = {
  architectures: { en: 'Architectures', zh: '网络架构' },
  attention: { en: 'Attention and Transformers', zh: '注意力与 Transformer' },
  'classical-vision': { en: 'Classical vision', zh: '传统视觉' },
  detection: { en: 'Detection', zh: '目标检测' },
  'image-filters': { en: 'Image filters', zh: '图像滤波' },
  losses: { en: 'Losses', zh: '损失函数' },
  networks: { en: 'Building blocks of networks', zh: '网络基础' },
  optimisers: { en: 'Optimisers', zh: '优化器' },
  training: { en: 'Training and evaluation', zh: '训练与评估' },
}

/** A group of the learner's own is called as its decks call it. */
export function groupTitle(group: string): Text {
  return (hasGroupTitle(group) ? TITLES[group] : undefined) ?? verbatim(group)
}

export function hasGroupTitle(group: string): boolean {
  return Object.hasOwn(TITLES, group)
}
