'use client';
import { cacheKeys, scopeOf } from '@latchkey/js';
import { Button, EmptyState, type HeadingLevel } from '@latchkey/ui';
import { Component, type ReactNode } from 'react';
import { StackContext, type StackContextValue } from '../provider/stack-context.ts';
import { describeError } from './describe-error.ts';

export interface ErrorBoundaryProps {
  /** Of the heading that the message is where it stands in for a whole page. */
  level?: HeadingLevel | undefined;
  children: ReactNode;
}

interface State {
  error: unknown;
  hasFailed: boolean;
}

/** Says what went wrong below, and tries again when asked to. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  static override contextType = StackContext;
  declare context: StackContextValue;
  override state: State = { error: null, hasFailed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const { translator } = this.context;
    return (
      <div role="alert">
        <EmptyState
          level={this.props.level}
          title={describeError(translator, this.state.error)}
          action={<Button onClick={() => void this.#tryAgain()}>{translator.text('common.try_again')}</Button>}
        />
      </div>
    );
  }

  async #tryAgain(): Promise<void> {
    await scopeOf(this.context.app).cache.invalidate(
      cacheKeys.project,
      cacheKeys.currentUser,
      cacheKeys.allUsers,
      cacheKeys.allTeams,
    );
    this.setState({ error: null, hasFailed: false });
  }
}
