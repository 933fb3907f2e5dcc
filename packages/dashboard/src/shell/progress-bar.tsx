import { useRouterState } from '@tanstack/react-router';

/** A line at the top of the window while a page takes long to come; its style shows it after 200 ms. */
export function ProgressBar() {
  const isLoading = useRouterState({ select: ({ isLoading: loading }) => loading });
  return isLoading ? <div className="progress" aria-hidden="true" /> : null;
}
