/** Shares of ratings, from again to easy, among first answers and among recalls, as fsrs-rs takes them from many learners. */
export const FIRST_RATINGS = [0.24, 0.094, 0.495, 0.171] as const
export const RECALLED_RATINGS = [0, 0.224, 0.631, 0.145] as const
