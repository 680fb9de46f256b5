/** Which blobs no release names. */
export const filesOfBlobs: readonly string[] = [
  'create index release_file_of_blob on release_file (course, contents)',
]
