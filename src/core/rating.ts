/** How a review went, worst first. A key's digit is its place here, counted from one. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const
export type Rating = (typeof RATINGS)[number]
