/**
 * Which place offers which service: those of place p are services[offsets[p]] up to services[offsets[p + 1] − 1], each
 * once. Services are numbered from 0.
 */
export interface Offers {
  serviceCount: number;
  offsets: Int32Array;
  /** One byte each where there are no more than 256 services. */
  services: Uint8Array | Int32Array;
}

/** Measures of the two-mode network of places and services. */
export interface TwoModeMeasures {
  /** For each service, the mean number of services of the places that offer it; NaN where none does. */
  meanBreadths: Float64Array;
  /** Share of paths of three offers that close into a circle of four (Robins and Alexander, 2004). */
  clustering: number;
  /** Correlation, over offers, of the place’s number of services and the service’s number of places. */
  assortativity: number;
}

export function twoModeMeasures({serviceCount, offsets, services}: Offers): TwoModeMeasures {
  const placeCounts = placesOf({serviceCount, services});
  const breadthSums = new Float64Array(serviceCount);
  let openPaths = 0;
  const sums = {x: 0, y: 0, xx: 0, yy: 0, xy: 0};
  for (let p = 0; p + 1 < offsets.length; p++) {
    const breadth = offsets[p + 1]! - offsets[p]!;
    for (let i = offsets[p]!; i < offsets[p + 1]!; i++) {
      const spread = placeCounts[services[i]!]!;
      breadthSums[services[i]!]! += breadth;
      openPaths += (breadth - 1) * (spread - 1);
      sums.x += breadth;
      sums.y += spread;
      sums.xx += breadth * breadth;
      sums.yy += spread * spread;
      sums.xy += breadth * spread;
    }
  }
  const count = services.length;
  const covariance = sums.xy - (sums.x * sums.y) / count;
  const variances = (sums.xx - sums.x ** 2 / count) * (sums.yy - sums.y ** 2 / count);
  return {
    meanBreadths: breadthSums.map((sum, service) => sum / placeCounts[service]!),
    clustering: (4 * circles({serviceCount, offsets, services})) / openPaths,
    assortativity: covariance / Math.sqrt(variances)
  };
}

/** Returns how many places offer each service. */
export function placesOf({serviceCount, services}: Pick<Offers, "serviceCount" | "services">): Int32Array {
  const counts = new Int32Array(serviceCount);
  for (let i = 0; i < services.length; i++) counts[services[i]!]!++;
  return counts;
}

/** Counts circles of four: two places that both offer the same two services. */
function circles({serviceCount, offsets, services}: Offers): number {
  const together = new Int32Array(serviceCount * serviceCount);
  for (let p = 0; p + 1 < offsets.length; p++)
    for (let i = offsets[p]!; i < offsets[p + 1]!; i++)
      for (let k = offsets[p]!; k < i; k++) {
        const [a, b] = [services[i]!, services[k]!];
        together[a < b ? a * serviceCount + b : b * serviceCount + a]!++;
      }
  return together.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}
