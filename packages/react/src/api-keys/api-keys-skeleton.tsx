'use client';
import { Card, Skeleton } from '@latchkey/ui';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';

/** Keeps the place of the whole while nobody knows yet whether it is to be seen. */
export function ApiKeysSkeleton() {
  return (
    <Loading>
      <div className="lk-api-keys__header-skeleton">
        <Skeleton lines={2} />
      </div>
      <Card flush>
        <Rows />
      </Card>
    </Loading>
  );
}

/** Keeps the place of what is inside of the card: toolbar, header and a few rows. */
export function ApiKeyListSkeleton() {
  return (
    <Loading>
      <Rows />
    </Loading>
  );
}

function Rows() {
  return <Skeleton shape="row" lines={7} />;
}

function Loading({ children }: { children: ReactNode }) {
  const { text } = useWords();
  return (
    <div role="status" aria-busy="true" aria-label={text('common.loading')}>
      {children}
    </div>
  );
}
