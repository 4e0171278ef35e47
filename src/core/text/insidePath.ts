/**
 * Whether a path with `/` stays inside the folder that it is relative to, on any operating system: it does not lead up,
 * to a root or to a drive, and contains no NUL and no backslash, which Windows treats like `/`.
 */
export const isInside = (path: string): boolean =>
  !/^\/|(?:^|\/)[a-z]:|[\\\0]/i.test(path) && !path.split('/').some((part) => /^\.\.[. ]*$/.test(part))
