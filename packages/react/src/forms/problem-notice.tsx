'use client';
import { Notice, type NoticeProps } from '@latchkey/ui';
import type { Problem } from './use-action.ts';

export interface ProblemNoticeProps extends Pick<NoticeProps, 'action' | 'className'> {
  problem: Problem | null;
}

/** Says why the last try did not work; nothing where it did. */
export function ProblemNotice({ problem, ...notice }: ProblemNoticeProps) {
  return (
    problem && (
      <Notice tone="bad" {...notice}>
        {problem.text}
      </Notice>
    )
  );
}
