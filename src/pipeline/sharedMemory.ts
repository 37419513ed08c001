type TypedArray = Int8Array | Uint8Array | Int16Array | Int32Array | Float64Array;

/**
 * Returns the same object with every typed array in it, at any depth, copied to shared memory, so that threads that are
 * handed it need no copies of their own. None may write to it.
 */
export function inSharedMemory<T extends object>(value: T): T {
  const entries = Object.entries(value).map(([name, part]: [string, unknown]) => [name, sharedPart(part)]);
  return Object.fromEntries(entries) as T;
}

function sharedPart(part: unknown): unknown {
  if (ArrayBuffer.isView(part)) return sharedArray(part as TypedArray);
  return typeof part === "object" && part !== null && !Array.isArray(part) ? inSharedMemory(part) : part;
}

function sharedArray(array: TypedArray): TypedArray {
  const Kind = array.constructor as new (buffer: SharedArrayBuffer) => TypedArray;
  const copy = new Kind(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}
