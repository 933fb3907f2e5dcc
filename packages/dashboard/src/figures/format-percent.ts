/** A share of a whole, with as many digits as say something: "0.31 %", "12 %", "< 0.01 %". */
export function formatPercent(part: number, whole: number): string {
  if (part === 0 || whole === 0) return `0${unit}`;
  const percent = (part / whole) * 100;
  if (percent < smallest) return `<\u00a0${smallest}${unit}`;
  if (part < whole && percent > 99.99) return `>\u00a099.99${unit}`;
  return `${digits(percent)}${unit}`;
}

/** How a number has changed since another: "+12 %", "−3 %"; null where there was nothing before. */
export function formatChange(now: number, before: number): string | null {
  if (before === 0) return null;
  const percent = Math.round((now / before - 1) * 100);
  return `${percent < 0 ? '−' : percent > 0 ? '+' : '±'}${Math.abs(percent).toLocaleString('en')}${unit}`;
}

const unit = '\u00a0%';
const smallest = 0.01;

function digits(percent: number): string {
  const options = percent < 10 ? { maximumFractionDigits: 2 } : { maximumFractionDigits: percent < 99 ? 0 : 2 };
  return percent.toLocaleString('en', options);
}
