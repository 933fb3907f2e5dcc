'use client';
import { Button, CodeBlock, EmptyState, Icon } from '@latchkey/ui';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useWords } from '../words/use-words.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import { keySnippets, keyVariable } from './key-snippets.ts';
import type { ApiKeyListState } from './use-api-key-list.ts';

/** What stands where there is no key yet: how one is used, and the button that makes one. */
export function NoKeys({ apiUrl, onCreate }: { apiUrl: string | undefined; onCreate: () => void }) {
  const { text } = useWords();
  const variable = keyVariable(useStackApp().useProject().displayName);
  return (
    <EmptyState
      className="lk-api-keys__empty"
      icon={<Icon name="key" size={24} />}
      title={text('api_keys.empty_title')}
      action={
        <>
          <div translate="no" className="lk-api-keys__empty-code">
            <CodeBlock
              code={keySnippets({ apiUrl: apiUrl ?? location.origin, variable }).curl}
              label={text('api_keys.empty_snippet')}
              copyLabel={text('api_keys.copy_snippet')}
              copiedLabel={text('common.copied')}
            />
          </div>
          <Button onClick={onCreate}>{text('api_keys.create_first')}</Button>
        </>
      }
    >
      {text('api_keys.empty_text')}
    </EmptyState>
  );
}

export interface NoMatchProps {
  list: ApiKeyListState<HeldApiKey>;
  onClear: () => void;
}

/** What stands where search and filter leave nothing: why, and the way back. */
export function NoMatch({ list: { query, filter }, onClear }: NoMatchProps) {
  const { text, rich } = useWords();
  const wanted = query.trim();
  if (wanted === '') {
    return <EmptyState title={text(`api_keys.no_${filter}_title`)}>{text(`api_keys.no_${filter}_text`)}</EmptyState>;
  }
  return (
    <EmptyState
      title={rich('api_keys.no_match_title', { query: <bdi>{wanted}</bdi> })}
      action={<Button onClick={onClear}>{text('api_keys.clear_search')}</Button>}
    >
      {text('api_keys.no_match_text')}
    </EmptyState>
  );
}
