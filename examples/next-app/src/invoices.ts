export interface Invoice {
  number: string;
  customer: string;
  totalInCents: number;
}

/** A real application would ask its database, by the id of the owner. */
export function listInvoicesOf(owner: { id: string }): Invoice[] {
  const series = owner.id.slice(0, 4).toUpperCase();
  return [
    { number: `${series}-1001`, customer: 'Alfreds Futterkiste', totalInCents: 81_450 },
    { number: `${series}-1002`, customer: 'Around the Horn', totalInCents: 47_900 },
  ];
}
