import type { ReactNode } from 'react';

/** One thing that is known, with its name. It stands in a list of class `facts`. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
