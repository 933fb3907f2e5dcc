/** What is stacked in each bar, from below. */
export interface ChartSeries {
  id: string;
  label: string;
  tone: 'ink' | 'brass' | 'warn';
}

export interface ChartBar {
  /** Below the bar, where there is room. */
  label: string;
  /** What the bar stands for, in full. */
  title: string;
  values: Record<string, number>;
  /** What else is told of it: the parts of a value. */
  details?: { label: string; value: number }[];
}

export interface ChartProps {
  /** What is shown: "Checks per day". */
  label: string;
  series: readonly ChartSeries[];
  bars: readonly ChartBar[];
  size?: 'small' | 'large';
}
