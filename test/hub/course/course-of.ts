import { digestOf } from '../../../src/interop/segments/seal.ts'
import type { TestHub } from '../open-test-hub.ts'

/** By path. */
export type Files = { readonly [path: string]: string }

/** A teacher's requests, one by one, as no client of ours would have to make them. */
export function courseOf({ ask }: TestHub, teacher: string) {
  const put = (text: string, contents = digestOf(Buffer.from(text))) =>
    ask(teacher, `/v1/blobs/${contents}`, { method: 'PUT', body: text })
  const post = (path: string, body: object) =>
    ask(teacher, `/v1/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  const release = (after: number, files: Files, note = '') =>
    post('releases', { after, note, files: namesOf(files) })
  return {
    put,
    post,
    release,
    push: async (after: number, files: Files, note = ''): Promise<Response> => {
      for (const text of Object.values(files)) await put(text)
      return await release(after, files, note)
    },
  }
}

export function namesOf(files: Files): readonly { readonly path: string; readonly contents: string }[] {
  return Object.entries(files).map(([path, text]) => ({ path, contents: digestOf(Buffer.from(text)) }))
}
