import { classNames } from './class-names.ts';

export interface RowSelection<Row> {
  /** The keys of the rows that are chosen, on this page and on others. */
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
  /** "Select all keys on this page", for screen readers. */
  pageLabel: string;
  /** "Select Billing worker", for screen readers. */
  rowLabel: (row: Row) => string;
}

interface SelectPageCellProps {
  selection: Omit<RowSelection<never>, 'rowLabel'>;
  pageKeys: readonly string[];
}

/** The head of the column that chooses rows: all of the page, or none of it. */
export function SelectPageCell({ selection, pageKeys }: SelectPageCellProps) {
  const { selected, onChange, pageLabel } = selection;
  const chosen = pageKeys.filter((key) => selected.has(key)).length;
  const isWhole = chosen > 0 && chosen === pageKeys.length;
  return (
    <th role="columnheader" scope="col" className="lk-table__select">
      <SelectBox
        label={pageLabel}
        checked={isWhole}
        indeterminate={chosen > 0 && !isWhole}
        onChange={() => onChange(isWhole ? without(selected, pageKeys) : new Set([...selected, ...pageKeys]))}
      />
    </th>
  );
}

interface SelectRowCellProps<Row> {
  selection: RowSelection<Row>;
  row: Row;
  rowKey: string;
}

/** The cell that chooses its row. */
export function SelectRowCell<Row>({ selection, row, rowKey }: SelectRowCellProps<Row>) {
  const { selected, onChange, rowLabel } = selection;
  const checked = selected.has(rowKey);
  return (
    <td role="cell" className="lk-table__select">
      <SelectBox
        label={rowLabel(row)}
        checked={checked}
        onChange={() => onChange(checked ? without(selected, [rowKey]) : new Set([...selected, rowKey]))}
      />
    </td>
  );
}

interface SelectBoxProps {
  label: string;
  checked: boolean;
  indeterminate?: boolean;
  onChange: () => void;
}

function SelectBox({ label, indeterminate = false, ...rest }: SelectBoxProps) {
  return (
    <label className="lk-table__select-target">
      <span className="lk-visually-hidden">{label}</span>
      <input
        {...rest}
        type="checkbox"
        className={classNames('lk-check__box', indeterminate && 'lk-check__box--some')}
        ref={(box) => {
          if (box) box.indeterminate = indeterminate;
        }}
      />
    </label>
  );
}

function without(selected: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  return new Set([...selected].filter((key) => !keys.includes(key)));
}
