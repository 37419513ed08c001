export interface PackageSpecifier {
  name: string;
  /** Version or range; absent for the newest. */
  version?: string;
  /** Path within the package, "" for its entry point. */
  path: string;
}

const PATTERN = /^((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?(?:\/(.*))?$/;

/** Parses an npm specifier such as “@observablehq/plot@0.6.17/+esm”. Throws if it names no package. */
export function parsePackageSpecifier(specifier: string): PackageSpecifier {
  const match = PATTERN.exec(specifier);
  if (!match) throw new Error(`not a package: ${specifier}`);
  const [, name, version, path = ""] = match;
  return {name: name!, path, ...(version && {version})};
}
