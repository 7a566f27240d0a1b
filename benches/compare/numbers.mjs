// What is said of a list of measurements.
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => quantile(values, 0.5);

/** Median, least and most, to three significant digits: the machine gives no more. */
export function spread(values) {
  const short = (value) => Number(value.toPrecision(3));
  return { median: short(median(values)), min: short(Math.min(...values)), max: short(Math.max(...values)) };
}
