import { Link } from '@tanstack/react-router';

/** The way home. */
export function Brand() {
  return (
    <Link to="/" className="brand">
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" className="brand__key">
        <circle cx="6" cy="6" r="4.2" />
        <path d="M9 9l6 6M12.4 12.4l2-2" />
      </svg>
      Latchkey
    </Link>
  );
}
