/** Returns a function that does some work when it is first called, and gives that one result ever after. */
export function once<T>(work: () => T): () => T {
  let done: {result: T} | undefined;
  return () => (done ??= {result: work()}).result;
}
