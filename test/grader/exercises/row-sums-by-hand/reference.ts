export { rowSums as rowSumsByHand } from '../row-sums/reference.ts'
