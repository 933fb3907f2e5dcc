/** A number of rows that was counted up to a bound: with `isAtLeast` there are that many or more. */
export interface Counted {
  count: number;
  isAtLeast: boolean;
}
