import { type Drawing, type Point, type Series, symbol } from '../drawing.ts'
import { chart } from './curve.ts'

const REACH = 1.1
const STEPS = 240

/** The vectors of the plane whose norm is 1. */
export function drawUnitBalls(): Drawing {
  const axis = (text: string) => ({ label: symbol(text), from: -REACH, to: REACH })
  return chart(
    axis('x₁'),
    axis('x₂'),
    [
      sphere('L1', (x, y) => Math.abs(x) + Math.abs(y)),
      sphere('L2', Math.hypot),
      sphere('L∞', (x, y) => Math.max(Math.abs(x), Math.abs(y))),
    ],
    { isSquare: true },
  )
}

/** Its letter stands on the diagonal, where the norms differ most. */
function sphere(text: string, norm: (x: number, y: number) => number): Series {
  const points = Array.from({ length: STEPS + 1 }, (_, at): Point => {
    const angle = (2 * Math.PI * at) / STEPS
    const [x, y] = [Math.cos(angle), Math.sin(angle)]
    return [x / norm(x, y), y / norm(x, y)]
  })
  return { label: symbol(text), style: 'line', points, letterAt: 1 / 8 }
}
