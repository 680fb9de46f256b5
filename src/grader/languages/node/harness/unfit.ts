import type { EncodedOdd } from '../../../protocol/odd-value.ts'

/** Thrown at what is no value of the type. */
export class Unfit extends Error {
  readonly odd: EncodedOdd
  constructor(...odd: EncodedOdd) {
    super(odd[0])
    this.odd = odd
  }
}
