import { InvalidArgumentError } from 'commander'
import { chooseOf, Problem } from '../core/problem.ts'
import { RATINGS, type Rating } from '../core/rating.ts'

export function parseWhole(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}

export function parseRatingWord(text: string): Rating {
  const rating = RATINGS.find((candidate) => candidate === text)
  if (rating) return rating
  throw new Problem(
    { en: `"${text}" is not a rating.`, zh: `“${text}”不是评分。` },
    { remedy: chooseOf(RATINGS) },
  )
}
