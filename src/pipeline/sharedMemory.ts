/**
 * Returns the same data with every typed array in it, at any depth, copied to shared memory, so that threads that are
 * handed it need no copies of their own. None may write to it.
 */
export function inSharedMemory<T>(data: T): T {
  if (ArrayBuffer.isView(data)) return sharedArray(data as unknown as Int32Array) as unknown as T;
  if (Array.isArray(data)) return data.map(inSharedMemory) as T;
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, inSharedMemory(value)])) as T;
}

function sharedArray(array: Int32Array): Int32Array {
  const Type = array.constructor as Int32ArrayConstructor;
  const copy = new Type(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}
