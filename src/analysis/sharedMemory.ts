/**
 * Returns the same data with every typed array in it, at any depth, in shared memory, so that threads that are handed
 * it need no copies of their own. An array is copied once however often it occurs, and not where it is shared
 * already. None may write to it.
 */
export function inSharedMemory<T>(data: T): T {
  return shared(data, new Map());
}

function shared<T>(data: T, copies: Map<unknown, unknown>): T {
  if (ArrayBuffer.isView(data)) {
    if (data.buffer instanceof SharedArrayBuffer) return data;
    if (!copies.has(data)) copies.set(data, sharedArray(data as unknown as Int32Array));
    return copies.get(data) as T;
  }
  if (Array.isArray(data)) return data.map((item) => shared(item, copies) as unknown) as T;
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, shared(value, copies)])) as T;
}

function sharedArray(array: Int32Array): Int32Array {
  const Type = array.constructor as Int32ArrayConstructor;
  const copy = new Type(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}
