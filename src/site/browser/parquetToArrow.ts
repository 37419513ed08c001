/** Fetches a Parquet file and returns its rows as an Arrow IPC stream. */
export async function parquetToArrow(url: string): Promise<Uint8Array> {
  const [parquet, bytes] = await Promise.all([loadReader(), fetchBytes(url)]);
  return parquet.readParquet(bytes).intoIPCStream();
}

async function loadReader() {
  const parquet = await import("parquet-wasm");
  await parquet.default({module_or_path: import.meta.resolve("/npm/parquet-wasm/esm/parquet_wasm_bg.wasm")});
  return parquet;
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}
