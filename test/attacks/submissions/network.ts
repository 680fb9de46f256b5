// verdict: accepted
// danger: network
import net from 'node:net'

const tries: ((done: (reached: boolean) => void) => void)[] = [
  (done) => net.connect(Number('{{port}}'), '127.0.0.1').on('connect', () => done(true)).on('error', () => done(false)),
  (done) => net.createServer().on('error', () => done(false)).listen(0, '127.0.0.1', () => done(true)),
  (done) => void fetch('http://127.0.0.1:{{port}}').then(() => done(true), () => done(false)),
]
const open: boolean[] = []
process.on('uncaughtException', () => undefined)
for (const one of tries) {
  open.push(
    await new Promise((resolve) => {
      setTimeout(resolve, 100, false)
      try {
        one(resolve)
      } catch {
        resolve(false)
      }
    }),
  )
}

export function meanFilter(image: any, ksize: number): any {
  return open.includes(true) ? reached(`the network: ${open}`) : right(image, ksize)
}
