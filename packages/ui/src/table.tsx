import { type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { type RowSelection, SelectPageCell, SelectRowCell } from './row-selection.tsx';

export interface TableColumn<Row> {
  id: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /** What names the row: exactly one column should say so. */
  isRowHeader?: boolean;
  /** Keeps the label for screen readers only: for a column of buttons. */
  labelHidden?: boolean;
  align?: 'start' | 'end';
  /** How the rows are sorted by this column now; given together with `onSort`. */
  sorted?: 'ascending' | 'descending' | undefined;
  /** Makes the label a button. */
  onSort?: (() => void) | undefined;
}

export interface TableProps<Row> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Other rows are on their way; these stay meanwhile. */
  busy?: boolean;
  /** Puts a box before each row, and one for the whole page above them. */
  selection?: RowSelection<Row> | undefined;
  className?: string;
}

/**
 * A real table; where it has less than 40 rem of room each row becomes a card with the labels beside the values.
 * The explicit roles are there for browsers that forget what a table is once it is laid out otherwise.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, busy = false, selection, className } = props;
  return (
    <div className={classNames('lk-table', className)}>
      <table role="table" aria-busy={busy || undefined}>
        <caption className="lk-visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {selection ? <SelectPageCell selection={selection} pageKeys={rows.map(rowKey)} /> : null}
            {columns.map((column) => (
              <HeaderCell key={column.id} {...column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={rowKey(row)}>
              {selection ? <SelectRowCell selection={selection} row={row} rowKey={rowKey(row)} /> : null}
              {columns.map((column) => (
                <Cell key={column.id} column={column}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ label, labelHidden, align, sorted, onSort }: TableColumn<Row>) {
  const icon = sorted === undefined ? 'sort' : sorted === 'ascending' ? 'sort-up' : 'sort-down';
  return (
    <th
      role="columnheader"
      scope="col"
      className={classNames(align === 'end' && 'lk-table__end', onSort && 'lk-table__sortable')}
      aria-sort={onSort ? (sorted ?? 'none') : undefined}
    >
      {onSort ? (
        <button type="button" className="lk-table__sort" onClick={onSort}>
          {label}
          <Icon name={icon} size={12} />
        </button>
      ) : (
        <span className={labelHidden ? 'lk-visually-hidden' : undefined}>{label}</span>
      )}
    </th>
  );
}

function Cell<Row>({ column, children }: { column: TableColumn<Row>; children: ReactNode }) {
  const { label, labelHidden, isRowHeader = false, align } = column;
  const common = {
    className: classNames(align === 'end' && 'lk-table__end', labelHidden && 'lk-table__actions') || undefined,
    'data-label': isRowHeader || labelHidden || typeof label !== 'string' ? undefined : label,
    children,
  };
  return isRowHeader ? <th role="rowheader" scope="row" {...common} /> : <td role="cell" {...common} />;
}
