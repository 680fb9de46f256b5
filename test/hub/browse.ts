import type { TestHub } from './open-test-hub.ts'

/** As a browser that keeps cookies and follows nowhere. */
export interface Browsing {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
  readonly post: (
    path: string,
    form: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Response>
  readonly cookies: Map<string, string>
}

export function browse({ url }: Pick<TestHub, 'url'>): Browsing {
  const cookies = new Map<string, string>()
  async function ask(
    path: string,
    init: RequestInit,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, url), {
      ...init,
      redirect: 'manual',
      headers: { cookie, ...headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    cookies,
    get: (path, headers) => ask(path, {}, headers),
    post: (path, form, headers = { origin: url }) =>
      ask(path, { method: 'POST', body: new URLSearchParams(form) }, headers),
  }
}

/** Signed in with the token of one who was invited. */
export async function browseAs(hub: TestHub, name: string): Promise<Browsing> {
  const browsing = browse(hub)
  await browsing.post('/course/sign-in', { token: hub.tokens[name] ?? '' })
  return browsing
}
