/** Returns the same data with every typed array in memory that threads share, so that sending it copies nothing. */
export function sharedArrays<T>(data: T): T {
  if (ArrayBuffer.isView(data)) return sharedArray(data as unknown as Int32Array) as unknown as T;
  if (Array.isArray(data)) return data.map(sharedArrays) as T;
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, sharedArrays(value)])) as T;
}

function sharedArray(array: Int32Array): Int32Array {
  const Type = array.constructor as Int32ArrayConstructor;
  const shared = new Type(new SharedArrayBuffer(array.byteLength));
  shared.set(array);
  return shared;
}
